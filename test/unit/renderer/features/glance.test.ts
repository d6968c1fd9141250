import { describe, expect, it } from 'vitest';
import { createScenario } from '../../../../test/fakes/fake-scenarios.ts';
import { toBlockView } from '../../../../renderer/features/blocks/view-model.ts';
import { toBurnView } from '../../../../renderer/features/burn/view-model.ts';
import { toProcessViews } from '../../../../renderer/features/processes/view-model.ts';
import { toScanView } from '../../../../renderer/features/scan/view-model.ts';
import { shownSessions, toSessionViews } from '../../../../renderer/features/sessions/view-model.ts';
import { toSourceViews } from '../../../../renderer/features/sources/view-model.ts';
import { toUsageView } from '../../../../renderer/features/usage/view-model.ts';
import { usDollar } from '../../../../shared/domain/money.ts';
import { toBlockOutlook } from '../../../../shared/snapshot/outlook.ts';

const nowMs = Date.parse('2026-05-14T10:20:00Z');
const normal = createScenario('normal', nowMs).snapshot.sections;
const labelOf = (source: string): string => `<${source}>`;
const context = { nowMs, timeZone: 'UTC', thresholdsPercent: [75, 90], labelOf, currency: usDollar };

describe('toBlockView', () => {
  const viewAt = (atMs: number) =>
    toBlockView(toBlockOutlook(normal.blocks[0]!, normal.burn, atMs), { ...context, nowMs: atMs });
  const active = toBlockOutlook(normal.blocks[0]!, normal.burn, nowMs);

  it('shows the time left from now, not from when the snapshot was made', () => {
    expect(viewAt(nowMs).leftText).toBe('2 h 24 min left');
    expect(viewAt(active.block.endMs + 1).leftText).toBe('ended');
  });

  it('projects the block at the last hour’s rate as it is now', () => {
    expect(viewAt(nowMs)).toMatchObject({ projectedTokens: '17.5M', projectedCost: '$19.71' });
    expect(viewAt(nowMs + 30 * 60_000).projectedTokens).toBe('13M');
  });

  it('keeps what is not known apart from zero', () => {
    const bare = { ...active, projection: null, limit: null, block: { ...active.block, costMicroUsd: null } };
    expect(toBlockView(bare, context)).toMatchObject({ cost: null, projectedTokens: null, limit: null });
  });

  it('forgets a limit that was to be reached in the past', () => {
    expect(toBlockView({ ...active, runsOutAtMs: nowMs - 1 }, context).runsOutText).toBeNull();
    expect(toBlockView({ ...active, runsOutAtMs: nowMs + 600_000 }, context).runsOutText).toMatch(/in 10 min$/);
  });
});

describe('toBurnView', () => {
  it('orders the spans and keeps unknown rates unknown', () => {
    const rates = [
      { windowMinutes: 60, tokensPerMinute: 0, freshTokensPerMinute: null, costMicroUsdPerHour: null },
      { windowMinutes: 5, tokensPerMinute: null, freshTokensPerMinute: null, costMicroUsdPerHour: null },
    ] as const;
    expect(toBurnView(rates, usDollar).map(({ minutes, tokens }) => [minutes, tokens])).toEqual([
      [5, null],
      [60, '0'],
    ]);
  });
});

describe('toUsageView', () => {
  it('lists the sources of the week, with no usage today as unknown', () => {
    const usage = {
      ...normal.usage,
      today: { ...normal.usage.today, bySource: normal.usage.today.bySource.slice(0, 1) },
    };
    const view = toUsageView(usage, labelOf);
    expect(view.rows.map((row) => row.label)).toEqual(['<claude-code>', '<codex>']);
    expect(view.rows[1]?.today.tokens).toBeNull();
  });
});

describe('toSessionViews', () => {
  it('shows running sessions first and counts the rest', () => {
    const large = createScenario('large', nowMs).snapshot.sections.sessions;
    const { shown, more } = toSessionViews([...large].reverse(), context);
    expect(shown).toHaveLength(shownSessions);
    expect(more).toBe(10_000 - shownSessions);
    expect(shown.map((session) => session.isRunning)).toEqual([true, true, false, false, false]);
  });

  it('names a session by the last part of its project, on any system', () => {
    const session = { ...normal.sessions[0]!, project: 'C:\\Users\\ada\\atlas' };
    expect(toSessionViews([session], context).shown[0]).toMatchObject({ name: 'atlas', title: session.project });
  });
});

describe('toProcessViews', () => {
  it('shows the busiest first, and no processor use before the second sample', () => {
    const views = toProcessViews(normal.processes, nowMs);
    expect(views.map(({ label, cpu }) => [label, cpu])).toEqual([
      ['Claude Code', '142%'],
      ['Codex', null],
    ]);
  });
});

describe('toScanView', () => {
  it('does not round up to done', () => {
    const scan = {
      phase: 'scanning',
      filesDone: 9,
      filesTotal: 10,
      bytesDone: 1,
      bytesTotal: 1,
      percent: 99.9,
    } as const;
    expect(toScanView(scan).progress?.percent).toBe(99);
    expect(toScanView({ ...scan, phase: 'failed' }).state).toBe('failed');
  });
});

describe('toSourceViews', () => {
  it('says what stood at each place', () => {
    const { sources } = createScenario('empty', nowMs).snapshot.sections;
    expect(toSourceViews(sources).map((source) => source.roots[0]?.text)).toEqual([
      'not there',
      'there, without logs',
      'not readable: check its permissions',
    ]);
  });
});
