import { describe, expect, it } from 'vitest';
import { summarizeSession } from '../../../../shared/analytics/session-usage.ts';
import { summarizeSessions } from '../../../../shared/analytics/sessions.ts';
import { listPrices } from '../../../support/list-prices.ts';
import { makeCell, type CellPatch } from '../../../support/make-cell.ts';

describe('summarizeSessions', () => {
  it('sums a session, with its most used folder and its last branch', () => {
    const cells = [
      makeCell({ at: '2026-05-01T12:00:00Z', project: '/b', branch: 'fix', usage: { outputTokens: 10 } }),
      makeCell({ at: '2026-05-01T10:00:00Z', project: '/a', events: 5, usage: { outputTokens: 100 } }),
      makeCell({ at: '2026-05-01T13:00:00Z', project: null, branch: null, model: 'claude-haiku-4-5', events: 9 }),
    ];
    expect(summarizeSessions(cells, listPrices)).toEqual([
      {
        source: 'claude-code',
        sessionId: 'session-1',
        project: '/a',
        branch: 'fix',
        models: ['claude-haiku-4-5', 'claude-opus-4-8'],
        firstAtMs: Date.parse('2026-05-01T10:00:00Z'),
        lastAtMs: Date.parse('2026-05-01T13:00:00Z'),
        events: 15,
        usage: expect.objectContaining({ outputTokens: 110 }) as unknown,
        // 110x25
        costMicroUsd: 2_750,
        unpricedModels: [],
      },
    ]);
  });

  it('names the folder with the most events, of equals the first by name, and the branch of the latest event', () => {
    const nameOf = (...cells: readonly CellPatch[]) => {
      const [session] = summarizeSessions(cells.map(makeCell), listPrices);
      return [session?.project, session?.branch];
    };
    const earlier = { at: '2026-05-01T10:00:00Z', project: '/a', branch: 'main' };
    const later = { at: '2026-05-01T12:00:00Z', project: '/b', branch: 'fix' };
    expect(nameOf(earlier, later)).toEqual(['/a', 'fix']);
    expect(nameOf(later, earlier)).toEqual(['/a', 'fix']);
    expect(nameOf(earlier, later, later)).toEqual(['/b', 'fix']);
    expect(nameOf(earlier, { ...later, events: 2 })).toEqual(['/b', 'fix']);
    // At the same time the one read last is the current one.
    expect(nameOf({ ...later, branch: 'one' }, { ...later, branch: 'two' })).toEqual(['/b', 'two']);
  });

  it('lists the models whose cost is not included', () => {
    const [session] = summarizeSessions([makeCell({}), makeCell({ model: 'mimo-v2.5-pro' })], listPrices);
    expect(session).toMatchObject({ unpricedModels: ['mimo-v2.5-pro'], costMicroUsd: expect.any(Number) as number });
  });

  it('has no summary of nothing', () => {
    expect(summarizeSession([], listPrices)).toBeNull();
  });

  it('lists the newest first and keeps sources apart', () => {
    const cells = [
      makeCell({ at: '2026-05-01T10:00:00Z', sessionId: 'old' }),
      makeCell({ at: '2026-05-01T12:00:00Z', sessionId: 'new', project: null, branch: null }),
      makeCell({ at: '2026-05-01T11:00:00Z', sessionId: 'old', source: 'codex' }),
    ];
    const sessions = summarizeSessions(cells, listPrices);
    expect(sessions.map(({ source, sessionId }) => `${source} ${sessionId}`)).toEqual([
      'claude-code new',
      'codex old',
      'claude-code old',
    ]);
    expect(sessions[0]).toMatchObject({ project: null, branch: null });
  });

  it('does not depend on the order of the cells, also where ids and times are equal', () => {
    const cells = ['codex', 'claude-code', 'opencode'].map((source) => makeCell({ source }));
    const sourcesOf = (list: typeof cells) => summarizeSessions(list, listPrices).map(({ source }) => source);
    expect(sourcesOf(cells)).toEqual(['claude-code', 'codex', 'opencode']);
    expect(sourcesOf(cells.toReversed())).toEqual(sourcesOf(cells));
  });
});
