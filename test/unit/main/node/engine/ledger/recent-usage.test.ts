import { describe, expect, it } from 'vitest';
import { createRecentUsage } from '../../../../../../main/node/engine/ledger/recent-usage.ts';
import { createMemoryLedger } from '../../../../../fakes/memory-ledger.ts';
import { countUnreadBytes } from '../../../../../../main/node/engine/ledger/unread-logs.ts';
import { dayMs, minuteMs } from '../../../../../../shared/domain/instant.ts';
import type { CellQuery } from '../../../../../../shared/ports/event-store.ts';
import type { LedgerStore } from '../../../../../../shared/ports/ledger-store.ts';
import type { LedgerDelta } from '../../../../../../shared/ports/ledger-writer.ts';
import { listPrices } from '../../../../../support/list-prices.ts';
import { createClaudeCodeReader } from '../../../../../../shared/sources/claude-code/reader.ts';
import { claudeLine } from '../../../../../support/agent-logs.ts';
import { toTextLine } from '../../../../../support/text-line.ts';
import { toOffset } from '../../../../../support/ledger-samples.ts';

const nowMs = Date.UTC(2026, 4, 6, 12, 30);

function fill(store: LedgerStore, ids: readonly number[], minutesAgo: (id: number) => number): LedgerDelta {
  const reader = createClaudeCodeReader('/home/ada/.claude/projects/p/s.jsonl', null);
  const records = ids.flatMap((id) =>
    reader.read(toTextLine(claudeLine({ id, atMs: nowMs - minutesAgo(id) * minuteMs }).trim())),
  );
  return store.apply([
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

describe('createRecentUsage', () => {
  it('asks for the minutes that changed, and for nothing when only time passes', () => {
    const { store, queries } = spyOn(createMemoryLedger());
    const recent = createRecentUsage(() => store, listPrices);
    fill(store, [1, 2, 3, 4], (id) => id * 90);
    recent.read(nowMs);
    expect(queries).toEqual([{ fromMs: Date.UTC(2026, 3, 27), grainMs: minuteMs }]);
    queries.length = 0;
    recent.noteChange(fill(store, [5, 6, 7], (id) => id));
    const usage = recent.read(nowMs + minuteMs);
    expect(queries).toEqual([{ fromMs: nowMs - 7 * minuteMs, toMs: nowMs - 4 * minuteMs, grainMs: minuteMs }]);
    expect(usage.sessions()).toMatchObject([{ events: 7 }]);
    recent.noteChange(fill(store, [8, 9], () => 4 * 24 * 60));
    expect(recent.read(nowMs).sessions()).toMatchObject([{ events: 9 }]);
    queries.length = 0;
    expect(recent.read(nowMs + 6 * dayMs).sessions()).toMatchObject([{ events: 7 }]);
    expect(queries).toEqual([]);
  });

  it('reads everything when the clock is set back, and the last hours when another process has committed', () => {
    const { store, queries } = spyOn(createMemoryLedger());
    const recent = createRecentUsage(() => store, listPrices);
    recent.read(nowMs);
    recent.read(nowMs - 3 * dayMs);
    fill(store, [1], () => 3);
    recent.noteChange('recent');
    expect(recent.read(nowMs).sessions()).toMatchObject([{ events: 1 }]);
    expect(queries).toEqual([
      { fromMs: Date.UTC(2026, 3, 27), grainMs: minuteMs },
      { fromMs: Date.UTC(2026, 3, 24), grainMs: minuteMs },
      { fromMs: Date.UTC(2026, 4, 6, 11), toMs: undefined, grainMs: minuteMs },
    ]);
  });
});

describe('countUnreadBytes', () => {
  it('counts files that were never read and long unread ends, but not a line that is being written', () => {
    const files = [
      { path: '/new', size: 500 },
      { path: '/behind', size: 1_000_000 },
      { path: '/live', size: 10_050 },
      { path: '/shrunk', size: 5 },
    ];
    const known = new Map([
      ['/behind', { bytesRead: 400_000 }],
      ['/live', { bytesRead: 10_000 }],
      ['/shrunk', { bytesRead: 900 }],
    ]);
    expect(countUnreadBytes(files, known)).toBe(500 + 600_000);
    expect(countUnreadBytes([], known)).toBe(0);
  });
});
