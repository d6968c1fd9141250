import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dumpLedger } from '../support/dump-ledger.ts';
import type { InspectableLedger } from '../../shared/ledger/ledger-contents.ts';
import { buildBlocks } from '../../shared/analytics/blocks.ts';
import { summarizeSessions } from '../../shared/analytics/sessions.ts';
import { summarize } from '../../shared/analytics/summaries.ts';
import { createCalendar } from '../../shared/domain/calendar-day.ts';
import { dayMs, floorTo, hourMs, minuteMs, quarterHourMs } from '../../shared/domain/instant.ts';
import type { LogRecord } from '../../shared/domain/log-record.ts';
import { reportKeys, reportSplits } from '../../shared/domain/report.ts';
import type { UsageEvent } from '../../shared/domain/usage-event.ts';
import type { CellQuery } from '../../shared/ports/event-store.ts';
import type { PriceBook } from '../../shared/ports/price-book.ts';
import { cutInto, shuffledRecords } from '../support/ledger-arbitraries.ts';
import {
  batchOf,
  eventBatchOf,
  eventOf,
  type EventPatch,
  minutesOf,
  sampleMs,
  usageOf,
} from '../support/ledger-samples.ts';
import { ledgerStores } from '../support/ledger-stores.ts';

const all = { grainMs: quarterHourMs };
const unchanged = { changedEvents: 0, newLimitReadings: 0, changedMinutes: [] };
const laterMs = sampleMs + 400 * dayMs;

/** Compacts to the end, a few events at a time; returns how many there were. */
function compactAll(store: InspectableLedger, beforeMs = laterMs, maxEvents = 3): number {
  let total = 0;
  for (;;) {
    const { compactedEvents, isDone } = store.compact({ beforeMs, maxEvents });
    total += compactedEvents;
    if (isDone) return total;
  }
}

describe.each(ledgerStores)('compacted events: %s', (_name, create) => {
  it('are known by every name that is learned later', () => {
    const store = create();
    store.apply([eventBatchOf(eventOf({ key: 'k' }))]);
    compactAll(store, sampleMs + hourMs);
    expect(store.apply([eventBatchOf(eventOf({ key: 'k', aliases: ['a'] }))])).toEqual(unchanged);
    expect(store.apply([eventBatchOf(eventOf({ key: 'a' }))])).toEqual(unchanged);
    expect(store.stats()).toMatchObject([{ events: 1 }]);
    store.close();
  });

  it('keep every number, by everything that distinguishes cells, and leave no event behind', () => {
    const store = create();
    const variants: readonly EventPatch[] = [
      {},
      { model: 'claude-sonnet-5' },
      { sessionId: 'session-2' },
      { project: null },
      { branch: 'next' },
      { isSidechain: true },
      { speed: 'fast' },
      { tier: 'batch' },
      { isRegional: true },
      { isSum: true },
      { origin: 'telemetry' },
      { isFinal: false, webSearchRequests: 2 },
      { loggedCostMicroUsd: 0 },
      { loggedCostMicroUsd: 7 },
      { usage: usageOf({ cacheReadTokens: 200_001 }) },
      { usage: usageOf({ cacheReadTokens: 272_001 }) },
      { source: 'codex' },
      { provider: 'unknown' },
      // Nothing shows these.
      { entrypoint: 'vscode' },
      { agentVersion: '2.0.0' },
      { isCopy: true },
    ];
    store.apply([
      eventBatchOf(
        ...variants.flatMap((variant, index) =>
          [0, 1, 2].map((part) =>
            eventOf({ ...variant, key: `k${index}-${part}`, atMs: sampleMs + part * 10 * minuteMs + index }),
          ),
        ),
      ),
    ]);
    const cells = store.cells(all);
    const stats = store.stats();
    expect(compactAll(store)).toBe(variants.length * 3);
    expect(store.cells(all)).toEqual(cells);
    expect(store.stats()).toEqual(stats);
    const { entries, compacted } = store.contents();
    expect([...entries]).toEqual([]);
    expect(compacted.names).toHaveLength(variants.length * 3);
    store.close();
  });

  it('are those before an instant, oldest first, a few at a time', () => {
    const store = create();
    const events = [4, 1, 3, 2].map((minute) => eventOf({ key: `k${minute}`, atMs: sampleMs + minute * minuteMs }));
    store.apply([eventBatchOf(...events)]);
    const order = { beforeMs: sampleMs + 4 * minuteMs, maxEvents: 2 };
    const left = () => [...store.contents().entries].map(({ event }) => event.atMs - sampleMs).sort();
    expect(store.compact(order)).toEqual({ compactedEvents: 2, isDone: false });
    expect(left()).toEqual([3 * minuteMs, 4 * minuteMs]);
    expect(store.compact(order)).toEqual({ compactedEvents: 1, isDone: true });
    expect(store.compact(order)).toEqual({ compactedEvents: 0, isDone: true });
    expect(left()).toEqual([4 * minuteMs]);
    store.close();
  });

  it('are found by all their names, also those of events merged into them, and do not grow', () => {
    const store = create();
    const event = (key: string, aliases: readonly string[], outputTokens: number) =>
      eventOf({ key, aliases, usage: usageOf({ outputTokens }) });
    store.apply([eventBatchOf(event('k1', ['a1'], 1), event('k2', ['a2'], 2), event('k3', [], 3))]);
    store.apply([eventBatchOf(event('k1', ['a2'], 1))]);
    compactAll(store);
    const cells = store.cells(all);
    for (const key of ['k1', 'k2', 'k3', 'a1', 'a2']) {
      expect(store.apply([eventBatchOf(event(key, [], 900))])).toEqual(unchanged);
    }
    // A name that only a later copy has also belongs to the response.
    expect(store.apply([eventBatchOf(event('k4', ['a1'], 900)), eventBatchOf(event('k4', [], 900))])).toEqual(
      unchanged,
    );
    expect(store.cells(all)).toEqual(cells);
    store.close();
  });

  it('never pass their numbers on to later events', () => {
    const store = create();
    store.apply([eventBatchOf(eventOf({ key: 'k1', aliases: ['a1'] }))]);
    compactAll(store);
    store.apply([eventBatchOf(eventOf({ key: 'k2', sessionId: 'session-2' }))]);
    expect(store.apply([eventBatchOf(eventOf({ key: 'a1', usage: usageOf({ outputTokens: 9_999 }) }))])).toEqual(
      unchanged,
    );
    expect(store.cells(all).map((cell) => [cell.sessionId, cell.events])).toEqual([
      ['session-1', 1],
      ['session-2', 1],
    ]);
    store.close();
  });

  it('absorb an event that turns out to be one of them', () => {
    const store = create();
    store.apply([eventBatchOf(eventOf({ key: 'k1' }), eventOf({ key: 'k2', aliases: ['a2'], atMs: laterMs + 5 }))]);
    compactAll(store);
    expect(store.apply([eventBatchOf(eventOf({ key: 'k1', aliases: ['k2'], atMs: laterMs + 5 }))])).toEqual({
      changedEvents: 1,
      newLimitReadings: 0,
      changedMinutes: minutesOf(laterMs + 5),
    });
    expect(store.cells(all).map((cell) => cell.events)).toEqual([1]);
    expect(store.apply([eventBatchOf(eventOf({ key: 'a2' }), eventOf({ key: 'k2' }))])).toEqual(unchanged);
    store.close();
  });

  it('take precedence over forks that are found later, however the family becomes known', () => {
    const lineage = (threadId: string, atMs: number) =>
      eventOf({
        key: threadId,
        source: 'codex',
        sessionId: threadId,
        atMs,
        replay: { kind: 'lineage', group: 'v', threadId },
      });
    const link = batchOf([{ kind: 'lineage', threadId: 'child', parentId: 'parent' }], { source: 'codex' });
    const sessions = (store: InspectableLedger) => store.cells(all).map((cell) => cell.sessionId);

    const linked = create();
    linked.apply([link, eventBatchOf(lineage('parent', sampleMs))]);
    compactAll(linked);
    expect(
      linked.apply([eventBatchOf(lineage('child', laterMs + 1), lineage('stranger', laterMs + 2))]).changedEvents,
    ).toBe(2);
    expect(sessions(linked)).toEqual(['parent', 'stranger']);
    linked.close();

    for (const late of ['child', 'parent'] as const) {
      const store = create();
      const early = late === 'child' ? 'parent' : 'child';
      store.apply([eventBatchOf(lineage(early, sampleMs))]);
      compactAll(store);
      store.apply([eventBatchOf(lineage(late, laterMs))]);
      expect(sessions(store)).toEqual([early, late]);
      expect(store.apply([link])).toMatchObject({ changedEvents: 1, changedMinutes: minutesOf(laterMs) });
      expect(sessions(store)).toEqual([early]);
      store.close();
    }
  });

  it('count as the original of side questions, and as the only one of several', () => {
    const replay = { kind: 'sidechain', group: 'msg_1' } as const;
    const row = (key: string, isSidechain: boolean, outputTokens: number, inputTokens = 3) =>
      eventOf({ key, replay, isSidechain, sessionId: key, usage: usageOf({ inputTokens, outputTokens }) });
    const counted = (first: UsageEvent, then: readonly UsageEvent[]) => {
      const store = create();
      store.apply([eventBatchOf(first)]);
      compactAll(store);
      store.apply([eventBatchOf(...then)]);
      const sessions = store.cells(all).map((cell) => cell.sessionId);
      expect(store.stats()[0]).toMatchObject({
        events: sessions.length,
        replayedEvents: then.length + 1 - sessions.length,
      });
      store.close();
      return sessions;
    };
    expect(counted(row('main', false, 50), [row('less', true, 49), row('same', true, 50)])).toEqual(['main']);
    expect(counted(row('main', false, 50), [row('more', true, 51), row('other', true, 9, 4)])).toEqual([
      'main',
      'more',
      'other',
    ]);
    expect(counted(row('side', true, 50), [row('more', true, 51), row('main', false, 50)])).toEqual(['side']);
    expect(counted(row('side', true, 50), [row('main', false, 49)])).toEqual(['main', 'side']);
  });
});

const priced: PriceBook = {
  boundariesMs: [],
  costOf: (cell) => (cell.model === 'model-1' ? null : cell.usage.outputTokens * 3 + cell.usage.inputTokens),
};

const zones = ['UTC', 'Asia/Kolkata', 'Asia/Kathmandu', 'Pacific/Chatham', 'America/St_Johns', 'America/New_York'];

/** Everything that is shown of the ledger's past. */
function reportsOf(store: InspectableLedger): unknown {
  const bounds: readonly Pick<CellQuery, 'fromMs' | 'toMs' | 'source' | 'sessionId'>[] = [
    {},
    { fromMs: floorTo(sampleMs, hourMs) + 3 * quarterHourMs },
    { toMs: floorTo(sampleMs, hourMs) + 30 * hourMs + quarterHourMs },
    { source: 'codex', sessionId: 'session-1' },
    { source: 'nobody' },
  ];
  const cells = store.cells(all);
  return {
    stats: store.stats(),
    cells: bounds.map((bound) => store.cells({ ...all, ...bound })),
    sessions: summarizeSessions(cells, priced),
    blocks: buildBlocks(store.cells({ grainMs: minuteMs }), { nowMs: laterMs, book: priced }),
    reports: zones.flatMap((timeZone) =>
      reportKeys.flatMap((by) =>
        reportSplits.map((split) =>
          summarize(
            cells,
            { by, split, since: null, until: '2026-05-03', timeZone, source: null },
            createCalendar(timeZone),
            priced,
            laterMs,
          ),
        ),
      ),
    ),
  };
}

/** The records of a story, spread over days instead of minutes. */
const spread = (records: readonly LogRecord[], stretch: number): readonly LogRecord[] =>
  records.map((record) =>
    record.kind === 'event'
      ? { kind: 'event', event: { ...record.event, atMs: sampleMs + (record.event.atMs - sampleMs) * stretch } }
      : record,
  );

const compactions = fc.record({
  story: shuffledRecords,
  stretch: fc.constantFrom(1, 7, 151, 233),
  share: fc.double({ min: 0, max: 1.1, noNaN: true }),
  maxEvents: fc.integer({ min: 1, max: 5 }),
});

describe('compacting a ledger', () => {
  it('changes no report in any time zone, and neither does reading everything again', () => {
    fc.assert(
      fc.property(compactions, ({ story, stretch, share, maxEvents }) => {
        const beforeMs = sampleMs + Math.round(9 * 150_000 * stretch * share);
        const dumps = ledgerStores.map(([, create]) => {
          const store = create();
          store.apply([batchOf(spread(story.records, stretch), { source: 'codex' })]);
          const reports = reportsOf(store);
          compactAll(store, beforeMs, maxEvents);
          expect(reportsOf(store)).toEqual(reports);
          const dump = dumpLedger(store);
          for (const piece of cutInto(spread(story.shuffled, stretch), story.cuts)) {
            expect(store.apply([batchOf(piece, { source: 'codex' })])).toEqual(unchanged);
          }
          expect(dumpLedger(store)).toBe(dump);
          store.close();
          return dump;
        });
        expect(new Set(dumps).size).toBe(1);
      }),
      { numRuns: 25 },
    );
  });

  it('leaves all stores alike when it happens between two batches, and counts no name twice', () => {
    fc.assert(
      fc.property(compactions, ({ story, stretch, share, maxEvents }) => {
        const beforeMs = sampleMs + Math.round(9 * 150_000 * stretch * share);
        const dumps = ledgerStores.map(([, create]) => {
          const store = create();
          for (const piece of cutInto(spread(story.shuffled, stretch), story.cuts)) {
            store.apply([batchOf(piece, { source: 'codex' })]);
            store.compact({ beforeMs, maxEvents });
          }
          const dump = dumpLedger(store);
          const { entries, compacted } = store.contents();
          const names = [...[...entries].flatMap((entry) => entry.names), ...compacted.names];
          expect(new Set(names).size).toBe(names.length);
          store.close();
          return dump;
        });
        expect(new Set(dumps).size).toBe(1);
      }),
      { numRuns: 120 },
    );
  });
});
