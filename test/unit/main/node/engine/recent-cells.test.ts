import { describe, expect, it } from 'vitest';
import { createRecentCells } from '../../../../../main/node/engine/recent-cells.ts';
import { createMemoryLedger } from '../../../../fakes/memory-ledger.ts';
import { countUnreadBytes } from '../../../../../main/node/engine/unread-logs.ts';
import { dayMs, hourMs, minuteMs } from '../../../../../shared/domain/instant.ts';
import type { CellQuery, LedgerStore } from '../../../../../shared/ports/ledger-store.ts';
import { createClaudeCodeReader } from '../../../../../shared/sources/claude-code/reader.ts';
import { claudeLine } from '../../../../support/agent-logs.ts';
import { toTextLine } from '../../../../support/text-line.ts';
import { toOffset } from '../../../../support/ledger-samples.ts';

const nowMs = Date.UTC(2026, 4, 6, 12, 30);

function fill(store: LedgerStore, ids: readonly number[], minutesAgo: (id: number) => number): void {
  const reader = createClaudeCodeReader('/home/ada/.claude/projects/p/s.jsonl', null);
  const records = ids.flatMap((id) =>
    reader.read(toTextLine(claudeLine({ id, atMs: nowMs - minutesAgo(id) * minuteMs }).trim())),
  );
  store.apply([
    {
      records,
      cursor: {
        path: `/log-${ids[0]}`,
        source: 'claude-code',
        position: toOffset(1),
        inode: '1',
        mtimeMs: 0,
        readerState: null,
        isGone: false,
        lines: 1,
        eventRows: 1,
        skips: {},
        unloggedCalls: {},
      },
    },
  ]);
}

function spyOn(store: LedgerStore): { readonly store: LedgerStore; readonly queries: CellQuery[] } {
  const queries: CellQuery[] = [];
  const cells = (query: CellQuery) => {
    queries.push(query);
    return store.cells(query);
  };
  return { store: { ...store, cells }, queries };
}

describe('createRecentCells', () => {
  it('gives what the ledger would, while the clock goes on and events arrive anywhere', () => {
    const store = createMemoryLedger();
    const recent = createRecentCells(store);
    fill(store, [1, 2, 3, 4], (id) => id * 90);
    const whole = (atMs: number) =>
      store.cells({ fromMs: Math.floor((atMs - 9 * dayMs) / dayMs) * dayMs, grainMs: minuteMs });
    expect(recent.read(nowMs)).toEqual(whole(nowMs));
    fill(store, [5], () => 3);
    expect(recent.read(nowMs)).toEqual(whole(nowMs));
    fill(store, [6], () => 4 * 60);
    recent.noteChange(nowMs - 4 * hourMs);
    expect(recent.read(nowMs)).toEqual(whole(nowMs));
    for (const laterMs of [nowMs + hourMs, nowMs + 5 * hourMs, nowMs + 2 * dayMs, nowMs - hourMs]) {
      expect(recent.read(laterMs)).toEqual(whole(laterMs));
    }
  });

  it('asks only for the last hours when nothing older changed', () => {
    const { store, queries } = spyOn(createMemoryLedger());
    const recent = createRecentCells(store);
    recent.read(nowMs);
    queries.length = 0;
    recent.noteChange(nowMs - minuteMs);
    recent.read(nowMs + minuteMs);
    expect(queries).toEqual([{ fromMs: Date.UTC(2026, 4, 6, 11), grainMs: minuteMs }]);
  });
});

describe('countUnreadBytes', () => {
  it('counts files that were never read and long unread ends, but no line that is being written', () => {
    const files = [
      { path: '/new', size: 500 },
      { path: '/behind', size: 1_000_000 },
      { path: '/live', size: 10_050 },
      { path: '/shrunk', size: 5 },
    ];
    const cursors = new Map([
      ['/behind', { position: toOffset(400_000) }],
      ['/live', { position: toOffset(10_000) }],
      ['/shrunk', { position: toOffset(900) }],
    ]);
    expect(countUnreadBytes(files, cursors)).toBe(500 + 600_000);
    expect(countUnreadBytes([], cursors)).toBe(0);
  });
});
