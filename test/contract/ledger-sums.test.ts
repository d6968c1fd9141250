import { cpSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dumpLedger } from '../support/dump-ledger.ts';
import type { InspectableLedger } from '../../shared/ledger/ledger-contents.ts';
import { toReportSums } from '../../shared/analytics/sum-queries.ts';
import { summarize } from '../../shared/analytics/summaries.ts';
import { createCalendar } from '../../shared/domain/calendar-day.ts';
import { dayMs, floorTo, hourMs, quarterHourMs } from '../../shared/domain/instant.ts';
import { reportKeys, reportSplits } from '../../shared/domain/report.ts';
import { addUsage } from '../../shared/domain/token-usage.ts';
import type { LogRecord } from '../../shared/domain/log-record.ts';
import { groupFields } from '../../shared/domain/profile-fields.ts';
import type { UsageCell } from '../../shared/domain/usage-cell.ts';
import type { SumQuery } from '../../shared/ports/event-store.ts';
import type { PriceBook } from '../../shared/ports/price-book.ts';
import { usageEvent } from '../support/ledger-arbitraries.ts';
import { batchOf, eventBatchOf, eventOf, sampleMs } from '../support/ledger-samples.ts';
import { ledgerStores, openOrThrow, sqliteDrivers } from '../support/ledger-stores.ts';
import { useTemporaryFolders } from '../support/temporary-folder.ts';

const makeFolder = useTemporaryFolders();
const firstMs = floorTo(sampleMs, dayMs) - dayMs;

/** Events of five days, so that days are rolled up, changed and compacted in every combination. */
const event = fc
  .tuple(usageEvent, fc.integer({ min: 0, max: 5 * 48 }), fc.constantFrom('codex', 'claude-code'))
  .map(([row, halfHours, source]) => ({ ...row, source, atMs: firstMs + halfHours * (hourMs / 2) + 7 }));

const thread = fc.integer({ min: 0, max: 4 }).map((number) => `thread-${number}`);
const link = fc.record({ kind: fc.constant('lineage' as const), threadId: thread, parentId: thread });
const record: fc.Arbitrary<LogRecord> = fc.oneof(
  { weight: 6, arbitrary: event.map((row) => ({ kind: 'event' as const, event: row })) },
  { weight: 1, arbitrary: link },
);

const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ kind: fc.constant('apply' as const), records: fc.array(record, { maxLength: 8 }) }),
  },
  { weight: 3, arbitrary: fc.constant({ kind: 'settle' as const }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('compact' as const), day: fc.integer({ min: 0, max: 5 }) }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'reopen' as const }) },
);

/** Quarter hours, mostly at the start of a day in UTC or another zone. */
const instant = fc
  .tuple(fc.integer({ min: -1, max: 6 }), fc.constantFrom(0, 0, 0, 4 * 5, 22, 4 * 8, 51))
  .map(([day, quarter]) => firstMs + day * dayMs + quarter * quarterHourMs);

const query: fc.Arbitrary<SumQuery> = fc.record({
  fromMs: fc.option(instant, { nil: undefined }),
  toMs: fc.option(instant, { nil: undefined }),
  source: fc.constantFrom(undefined, 'codex', 'nobody'),
  boundariesMs: fc.uniqueArray(instant, { maxLength: 5 }).map((borders) => borders.sort((a, b) => a - b)),
  groupBy: fc.subarray([...groupFields]),
});

type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

function take(store: InspectableLedger, action: Exclude<Step, { readonly kind: 'reopen' }>): void {
  if (action.kind === 'apply') store.apply([batchOf(action.records, { source: 'codex' })]);
  else if (action.kind === 'settle') store.refreshRollups();
  else store.compact({ beforeMs: firstMs + action.day * dayMs + hourMs, maxEvents: 3 });
}

/** The sums that the query asks for, added up from the finest cells in the simplest way. */
function addUp(store: InspectableLedger, { boundariesMs, groupBy, ...span }: SumQuery): readonly UsageCell[] {
  const sums = new Map<string, UsageCell>();
  for (const cell of store.cells({ ...span, grainMs: quarterHourMs })) {
    const startMs = [span.fromMs ?? 0, ...boundariesMs]
      .filter((border) => border <= cell.startMs)
      .sort((a, b) => b - a)[0];
    const part = {
      ...cell,
      startMs: startMs ?? 0,
      sessionId: groupBy.includes('sessionId') ? cell.sessionId : '',
      project: groupBy.includes('project') ? cell.project : null,
      branch: groupBy.includes('branch') ? cell.branch : null,
      account: groupBy.includes('account') ? cell.account : null,
      device: groupBy.includes('device') ? cell.device : null,
      entrypoint: groupBy.includes('entrypoint') ? cell.entrypoint : null,
      isSidechain: groupBy.includes('isSidechain') && cell.isSidechain,
      origin: groupBy.includes('origin') ? cell.origin : ('log' as const),
      subagent: groupBy.includes('subagent') ? cell.subagent : null,
      parentSession: groupBy.includes('parentSession') ? cell.parentSession : null,
    };
    const { source, provider, model, sessionId, project, branch, isSidechain, speed, tier } = part;
    const key = JSON.stringify([
      ...[part.startMs, source, provider, model, sessionId, project, branch, isSidechain, speed, tier],
      ...[part.isRegional, part.isSum, part.contextClass, part.account, part.device, part.entrypoint, part.origin],
      ...[part.subagent, part.parentSession],
      cell.loggedCostEvents > 0,
    ]);
    const sum = sums.get(key);
    sums.set(key, sum === undefined ? part : join(sum, part));
  }
  return [...sums.values()];
}

function join(left: UsageCell, right: UsageCell): UsageCell {
  return {
    ...left,
    firstAtMs: Math.min(left.firstAtMs, right.firstAtMs),
    lastAtMs: Math.max(left.lastAtMs, right.lastAtMs),
    events: left.events + right.events,
    unfinishedEvents: left.unfinishedEvents + right.unfinishedEvents,
    usage: addUsage(left.usage, right.usage),
    webSearchRequests: left.webSearchRequests + right.webSearchRequests,
    loggedCostMicroUsd: left.loggedCostMicroUsd + right.loggedCostMicroUsd,
    loggedCostEvents: left.loggedCostEvents + right.loggedCostEvents,
  };
}

function sorted(cells: readonly UsageCell[]): readonly string[] {
  return cells.map((cell) => JSON.stringify(Object.entries(cell).sort(([a], [b]) => (a < b ? -1 : 1)))).sort();
}

/** What `stats` must return, calculated from everything in the ledger. */
function countAll(store: InspectableLedger): readonly unknown[] {
  const { entries, compacted } = store.contents();
  const parts = [
    ...Array.from(entries, (entry) => ({
      source: entry.event.profile.source,
      isReplay: entry.isReplay,
      events: 1,
      span: [entry.event.atMs, entry.event.atMs],
    })),
    ...compacted.cells.map(({ cell, isReplay }) => ({
      source: cell.source,
      isReplay,
      events: cell.events,
      span: [cell.firstAtMs, cell.lastAtMs],
    })),
  ];
  const names = new Set([...parts.map(({ source }) => source), ...[...store.cursors().values()].map((c) => c.source)]);
  return [...names].sort().map((source) => {
    const ofSource = parts.filter((part) => part.source === source);
    const counted = ofSource.filter(({ isReplay }) => !isReplay);
    const times = counted.flatMap(({ span }) => span);
    const count = (some: typeof parts): number => some.reduce((sum, { events }) => sum + events, 0);
    return {
      source,
      events: count(counted),
      replayedEvents: count(ofSource) - count(counted),
      firstAtMs: times.length === 0 ? null : Math.min(...times),
      lastAtMs: times.length === 0 ? null : Math.max(...times),
    };
  });
}

describe.each(ledgerStores)('sums of a ledger: %s', (_name, create) => {
  it('are those of its cells, whatever was written, settled and compacted in whatever order', () => {
    fc.assert(
      fc.property(
        fc.array(step, { minLength: 1, maxLength: 16 }),
        fc.array(query, { minLength: 1 }),
        (steps, queries) => {
          const store = create();
          for (const action of steps) {
            if (action.kind === 'reopen') continue;
            take(store, action);
            for (const asked of queries) {
              const sums = store.sums(asked);
              expect(sorted(sums)).toEqual(sorted(addUp(store, asked)));
              expect(sums.map(({ startMs }) => startMs)).toEqual(
                sums.map(({ startMs }) => startMs).sort((a, b) => a - b),
              );
            }
            expect(store.stats()).toEqual(countAll(store));
          }
          store.close();
        },
      ),
      { numRuns: 150 },
    );
  });

  it('leave out what the query does not distinguish, and end at boundaries', () => {
    const store = create();
    store.apply([
      eventBatchOf(
        eventOf({ key: 'k1' }),
        eventOf({ key: 'k2', sessionId: 'session-2', project: '/home/ann/other', branch: 'next', isSidechain: true }),
        eventOf({ key: 'k3', atMs: sampleMs + 3 * dayMs }),
        eventOf({ key: 'k4', atMs: sampleMs + 9 * dayMs }),
      ),
    ]);
    store.refreshRollups();
    const borders = [firstMs, sampleMs + 9 * dayMs];
    expect(store.sums({ boundariesMs: borders, groupBy: [] })).toMatchObject([
      { startMs: firstMs, events: 3, sessionId: '', project: null, branch: null, isSidechain: false },
      { startMs: sampleMs + 9 * dayMs, events: 1, firstAtMs: sampleMs + 9 * dayMs },
    ]);
    const projects = store.sums({ boundariesMs: [], groupBy: ['project'] });
    expect(projects.map((cell) => [cell.startMs, cell.project, cell.events])).toEqual([
      [0, '/home/ann/app', 3],
      [0, '/home/ann/other', 1],
    ]);
    store.close();
  });
});

/** Prices that change at two instants, exact in every sum. */
const priced: PriceBook = {
  boundariesMs: [firstMs + 2 * dayMs, firstMs + 3 * dayMs],
  costOf: (cell) => cell.usage.outputTokens * (cell.firstAtMs < firstMs + 2 * dayMs ? 3 : 5) + cell.events,
};

describe('a report', () => {
  const days = [null, '2026-04-30', '2026-05-02', '2026-05-04'];
  const asked = fc.record({
    by: fc.constantFrom(...reportKeys),
    split: fc.constantFrom(...reportSplits),
    since: fc.constantFrom(...days),
    until: fc.constantFrom(...days),
    timeZone: fc.constantFrom('UTC', 'Asia/Kathmandu', 'Pacific/Chatham', 'America/New_York', 'Pacific/Kiritimati'),
    source: fc.constantFrom(null, 'codex'),
  });

  it.each(ledgerStores)('made from sums is the same as one made from quarter hours: %s', (_name, create) => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 30 }), fc.array(asked, { minLength: 1 }), (events, queries) => {
        const store = create();
        store.apply([eventBatchOf(...events)]);
        store.refreshRollups();
        const times = events.map(({ atMs }) => atMs);
        const extent = times.length === 0 ? null : { firstAtMs: Math.min(...times), lastAtMs: Math.max(...times) };
        for (const query of queries) {
          const calendar = createCalendar(query.timeZone);
          const cells = store.cells({ grainMs: quarterHourMs });
          const sums = store.sums(toReportSums(query, calendar, priced, extent));
          const [fromCells, fromSums] = [cells, sums].map((all) => summarize(all, query, calendar, priced, sampleMs));
          expect(fromSums).toEqual(fromCells);
        }
        store.close();
      }),
      { numRuns: 60 },
    );
  });

  it('by week asks only for weeks that exist', () => {
    const calendar = createCalendar('Asia/Kolkata');
    const query = { by: 'week', split: 'none', since: null, until: null, timeZone: null, source: null } as const;
    const extent = { firstAtMs: sampleMs, lastAtMs: sampleMs + 9 * dayMs };
    expect(toReportSums(query, calendar, { ...priced, boundariesMs: [] }, extent)).toEqual({
      groupBy: [],
      boundariesMs: ['2026-05-01', '2026-05-04'].map((day) => calendar.startOf(day)),
    });
    expect(toReportSums(query, calendar, { ...priced, boundariesMs: [] }, null).boundariesMs).toEqual([]);
  });
});

describe.each(sqliteDrivers)('a ledger on disk (%s)', (driver) => {
  it('gives the same sums to a writer, a reader and the process after a kill, and shows no trace of rolling up', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 8 }), query, (steps, asked) => {
        let folder = makeFolder();
        let open = openOrThrow(folder, 'write', driver);
        for (const action of steps) {
          if (action.kind === 'reopen') {
            // What a killed writer leaves behind: the files in the middle of its work.
            const copy = makeFolder();
            for (const name of ['ledger.db', 'ledger.db-wal']) cpSync(`${folder}/${name}`, `${copy}/${name}`);
            open.store.close();
            folder = copy;
            open = openOrThrow(folder, 'write', driver);
            expect(open.problem).toBeNull();
          } else {
            const before = action.kind === 'settle' ? dumpLedger(open.store) : null;
            take(open.store, action);
            if (before !== null) expect(dumpLedger(open.store)).toBe(before);
          }
          const reader = openOrThrow(folder, 'read', driver);
          for (const { store } of [open, reader]) {
            expect(sorted(store.sums(asked))).toEqual(sorted(addUp(store, asked)));
            expect(store.stats()).toEqual(countAll(store));
          }
          reader.store.refreshRollups();
          reader.store.close();
        }
        open.store.close();
      }),
      { numRuns: 15 },
    );
  });

  it('keeps no sums from a failed write', () => {
    const { store } = openOrThrow(makeFolder(), 'write', driver);
    const days = [0, 1, 2].map((day) => eventOf({ key: `k${day}`, atMs: sampleMs + day * dayMs }));
    store.apply([eventBatchOf(...days)]);
    store.refreshRollups();
    const stats = store.stats();
    const more = { kind: 'event', event: eventOf({ key: 'k9' }) } as const;
    expect(() => store.apply([batchOf([more], { path: '/logs/new', lines: Number.NaN })])).toThrow();
    store.refreshRollups();
    expect(store.stats()).toEqual(stats);
    store.close();
  });
});
