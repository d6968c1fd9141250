import { describe, expect, it } from 'vitest';
import {
  countSubagents,
  createSubagentTree,
  findParentSession,
  listSubagents,
} from '../../../../shared/analytics/subagents.ts';
import type { Profile } from '../../../../shared/domain/profile-fields.ts';
import { emptyUsage, totalTokens } from '../../../../shared/domain/token-usage.ts';
import { makeCell } from '../../../support/make-cell.ts';

const book = { costOf: () => 5, boundariesMs: [] } as never;
const cell = (minute: number, patch: Partial<Profile>) =>
  makeCell({
    at: `2026-05-04T09:${String(minute).padStart(2, '0')}:00Z`,
    source: 'codex',
    sessionId: 'root',
    usage: { ...emptyUsage, outputTokens: 10 },
    ...patch,
  });

const cells = [
  cell(0, {}),
  cell(1, { isSidechain: true, subagent: 'a1' }),
  cell(2, { isSidechain: true, subagent: 'a1' }),
  cell(3, { isSidechain: true }),
  cell(4, { isSidechain: true, sessionId: 'child', parentSession: 'root' }),
  cell(5, { isSidechain: true, sessionId: 'grandchild', parentSession: 'child' }),
];

describe('subagents', () => {
  it('are summed each, also those that the log does not name', () => {
    const found = listSubagents(cells, book);
    expect(found.map(({ sessionId, id, isSession, events }) => [sessionId, id, isSession, events])).toEqual([
      ['root', 'a1', false, 2],
      ['root', null, false, 1],
      ['root', 'child', true, 1],
      ['child', 'grandchild', true, 1],
    ]);
    expect(found[0]).toMatchObject({ costMicroUsd: 10, models: [cells[0]!.model] });
    expect(totalTokens(found[0]!.usage)).toBe(20);
  });

  it('stand below what started them', () => {
    const placed = createSubagentTree(listSubagents(cells, book)).below({ source: 'codex', sessionId: 'root' });
    expect(placed.map(({ subagent, depth }) => [subagent.id, depth])).toEqual([
      ['a1', 1],
      [null, 1],
      ['child', 1],
      ['grandchild', 2],
    ]);
    expect(createSubagentTree(listSubagents(cells, book)).below({ source: 'claude-code', sessionId: 'root' })).toEqual(
      [],
    );
  });

  it('that start one another in a circle, or in a long chain, end', () => {
    const circle = [
      cell(1, { isSidechain: true, sessionId: 'a', parentSession: 'b' }),
      cell(2, { isSidechain: true, sessionId: 'b', parentSession: 'a' }),
    ];
    expect(createSubagentTree(listSubagents(circle, book)).below({ source: 'codex', sessionId: 'a' })).toHaveLength(2);
    const chain = Array.from({ length: 50 }, (_, index) =>
      cell(index, { isSidechain: true, sessionId: `s${index + 1}`, parentSession: `s${index}` }),
    );
    expect(createSubagentTree(listSubagents(chain, book)).below({ source: 'codex', sessionId: 's0' })).toHaveLength(16);
  });

  it('know which session started a session', () => {
    const tree = createSubagentTree(listSubagents(cells, book));
    const parentOf = (sessionId: string, source = 'codex') => tree.parentOf({ source, sessionId });
    expect(['root', 'child', 'grandchild', 'a1'].map((id) => parentOf(id))).toEqual([null, 'root', 'child', null]);
    expect(parentOf('child', 'pi')).toBeNull();
  });

  it('are one each, even if only some of its log says that another session started it', () => {
    const named = { isSidechain: true, subagent: 'a1' };
    const found = listSubagents([cell(1, named), cell(2, { ...named, parentSession: 'other' })], book);
    expect(found.map(({ sessionId, id, events }) => [sessionId, id, events])).toEqual([['root', 'a1', 2]]);
  });

  it('are counted by name; unknown is not none', () => {
    const ofRoot = cells.filter(({ sessionId }) => sessionId === 'root');
    expect(countSubagents(ofRoot)).toEqual({ parentId: null, named: 1, hasUnnamed: true });
    expect(countSubagents(ofRoot.slice(0, 2))).toEqual({ parentId: null, named: 1, hasUnnamed: false });
    // A session that is a subagent itself has none for that.
    expect(countSubagents(cells.slice(4, 5))).toEqual({ parentId: 'root', named: 0, hasUnnamed: false });
    expect(findParentSession(ofRoot)).toBeNull();
  });
});
