import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dumpLedger } from '../support/dump-ledger.ts';
import { floorTo, minuteMs, quarterHourMs } from '../../shared/domain/instant.ts';
import { defaultProfile } from '../../shared/domain/profile-fields.ts';
import { toDimensions } from '../../shared/ledger/profile.ts';
import type { LogRecord } from '../../shared/domain/log-record.ts';
import { cutInto, shuffledRecords } from '../support/ledger-arbitraries.ts';
import { deriveLedger, plain } from '../support/ledger-oracle.ts';
import { batchOf, eventBatchOf, eventOf, readingOf, sampleMs, usageOf, minutesOf } from '../support/ledger-samples.ts';
import { ledgerStores } from '../support/ledger-stores.ts';

const all = { grainMs: quarterHourMs };
const unchanged = { changedEvents: 0, newLimitReadings: 0, changedMinutes: [] };

describe.each(ledgerStores)('ledger writer: %s', (_name, create) => {
  it('counts a replay again after it moves to a group where it is alone', () => {
    const store = create();
    // Of two groups, the one with the smaller hash wins.
    const replay = { kind: 'lineage', group: 'w', threadId: 't1' } as const;
    const replayed = eventOf({ key: 'k2', atMs: sampleMs + 1, replay });
    store.apply([eventBatchOf(eventOf({ key: 'k1', replay }), replayed)]);
    expect(store.stats()).toMatchObject([{ events: 1, replayedEvents: 1 }]);
    store.apply([eventBatchOf({ ...replayed, atMs: sampleMs - 1, replay: { ...replay, group: 'v' } })]);
    expect(store.stats()).toMatchObject([{ events: 2, replayedEvents: 0 }]);
    store.close();
  });

  it('counts a replay again after its original turns out to belong to another group', () => {
    const store = create();
    // As above, group v wins over group w.
    const of = (group: string) => ({ kind: 'lineage', group, threadId: 't1' }) as const;
    store.apply([eventBatchOf(eventOf({ key: 'k0', replay: of('v') }))]);
    const original = eventOf({ key: 'k1', replay: of('w') });
    store.apply([eventBatchOf(original, eventOf({ key: 'k2', atMs: sampleMs + 1, replay: of('w') }))]);
    expect(store.stats()).toMatchObject([{ events: 2, replayedEvents: 1 }]);
    store.apply([eventBatchOf(eventOf({ key: 'k0', aliases: ['k1'], replay: of('v') }))]);
    expect(store.stats()).toMatchObject([{ events: 2, replayedEvents: 0 }]);
    store.close();
  });

  it('counts a replay again after its original turns out to be of another thread', () => {
    const store = create();
    const of = (threadId: string) => ({ kind: 'lineage', group: 'v', threadId }) as const;
    const original = eventOf({ key: 'k1', replay: of('t2') });
    store.apply([eventBatchOf(eventOf({ key: 'k2', atMs: sampleMs + 1, replay: of('t2') }))]);
    store.apply([eventBatchOf(original)]);
    expect(store.stats()).toMatchObject([{ events: 1, replayedEvents: 1 }]);
    store.apply([eventBatchOf({ ...original, atMs: sampleMs - 1, replay: of('t1') })]);
    expect(store.stats()).toMatchObject([{ events: 2, replayedEvents: 0 }]);
    store.close();
  });

  it('counts a response once, with the maximum of each number and its earliest time', () => {
    const store = create();
    const rows = [1, 40, 812].map((outputTokens, index) =>
      eventOf({ atMs: sampleMs + index, isFinal: index === 2, usage: usageOf({ inputTokens: 3, outputTokens }) }),
    );
    expect(store.apply([eventBatchOf(...rows)])).toEqual({
      changedEvents: 1,
      newLimitReadings: 0,
      changedMinutes: minutesOf(sampleMs),
    });
    expect(store.cells(all)).toEqual([
      {
        ...toDimensions(defaultProfile),
        source: 'claude-code',
        provider: 'anthropic',
        model: 'claude-opus-5',
        sessionId: 'session-1',
        project: '/home/ann/app',
        branch: 'main',
        entrypoint: 'cli',
        contextClass: 0,
        startMs: sampleMs,
        firstAtMs: sampleMs,
        lastAtMs: sampleMs,
        events: 1,
        unfinishedEvents: 0,
        usage: usageOf({ inputTokens: 3, outputTokens: 812 }),
        webSearchRequests: 0,
        loggedCostMicroUsd: 0,
        loggedCostEvents: 0,
      },
    ]);
    store.close();
  });

  it('changes nothing when the same batch is applied again', () => {
    const store = create();
    const batch = batchOf([
      { kind: 'event', event: eventOf({ aliases: ['a', 'b'], replay: { kind: 'sidechain', group: 'msg_1' } }) },
      { kind: 'event', event: eventOf({ key: 'k2', replay: { kind: 'lineage', group: 'v', threadId: 't1' } }) },
      { kind: 'event', event: eventOf({ key: 'k3', replay: { kind: 'lineage', group: 'v', threadId: 't2' } }) },
      { kind: 'lineage', threadId: 't2', parentId: 't1' },
      { kind: 'limit', reading: readingOf({}) },
      { kind: 'skip', reason: 'not-json' },
      { kind: 'unlogged', call: 'title' },
    ]);
    expect(store.apply([batch])).toEqual({
      changedEvents: 3,
      newLimitReadings: 1,
      changedMinutes: minutesOf(sampleMs),
    });
    const dump = dumpLedger(store);
    expect(store.apply([batch, batch])).toEqual(unchanged);
    expect(dumpLedger(store)).toBe(dump);
    store.close();
  });

  it('reports the minutes whose numbers changed, also when an event moves', () => {
    const store = create();
    store.apply([eventBatchOf(eventOf({ atMs: sampleMs + 5 * minuteMs, isSidechain: true }))]);
    const delta = store.apply([eventBatchOf(eventOf({ atMs: sampleMs + 9 * minuteMs, sessionId: 'session-2' }))]);
    expect(delta).toEqual({
      changedEvents: 1,
      newLimitReadings: 0,
      changedMinutes: minutesOf(sampleMs + 5 * minuteMs),
    });
    expect(store.cells(all).map((cell) => [cell.sessionId, cell.firstAtMs])).toEqual([
      ['session-2', sampleMs + 5 * minuteMs],
    ]);
    store.close();
  });

  it('merges events that turn out to be the same response', () => {
    const store = create();
    const event = (key: string, aliases: readonly string[], outputTokens: number) =>
      eventOf({ key, aliases, usage: usageOf({ outputTokens }), atMs: sampleMs + outputTokens });
    store.apply([eventBatchOf(event('k1', ['a1'], 1), event('k2', ['a2'], 2), event('k3', ['a3'], 3))]);
    expect(store.cells(all).map((cell) => cell.events)).toEqual([3]);
    expect(store.apply([eventBatchOf(event('a3', ['a2'], 1))]).changedEvents).toBe(1);
    expect(store.apply([eventBatchOf(event('a2', ['a1'], 1))])).toEqual({
      changedEvents: 1,
      newLimitReadings: 0,
      changedMinutes: minutesOf(sampleMs + 1),
    });
    expect(store.cells(all).map((cell) => [cell.events, cell.usage.outputTokens])).toEqual([[1, 3]]);
    // Every name resolves to the remaining event.
    for (const key of ['k1', 'k2', 'k3', 'a1', 'a2', 'a3']) {
      expect(store.apply([eventBatchOf(event(key, [], 1))])).toEqual(unchanged);
    }
    store.close();
  });

  it('reports the minutes in order, whatever the order of the rows', () => {
    const store = create();
    const times = [9, 100, 11, 0].map((minutes) => sampleMs + minutes * minuteMs);
    const events = times.map((atMs, index) => eventOf({ key: `k${index}`, atMs }));
    expect(store.apply([eventBatchOf(...events)]).changedMinutes).toEqual(minutesOf(...times));
    store.close();
  });

  it('counts an event once that grew in the batch in which it turned out to be another', () => {
    const store = create();
    const event = (key: string, aliases: readonly string[], outputTokens: number) =>
      eventOf({ key, aliases, usage: usageOf({ outputTokens }) });
    store.apply([eventBatchOf(event('k1', [], 5), event('k2', ['a'], 5))]);
    // The first row makes k2 grow, the second says that k1 and k2 are one.
    expect(store.apply([eventBatchOf(event('k2', [], 6), event('k1', ['a'], 5))])).toMatchObject({ changedEvents: 1 });
    expect(store.stats()).toMatchObject([{ events: 1 }]);
    store.close();
  });

  it('reports an event that loses a twin, even if it looks the same as before', () => {
    const store = create();
    store.apply([eventBatchOf(eventOf({ key: 'k1' }), eventOf({ key: 'k2' }))]);
    expect(store.apply([eventBatchOf(eventOf({ key: 'k1', aliases: ['k2'] }))])).toEqual({
      changedEvents: 1,
      newLimitReadings: 0,
      changedMinutes: minutesOf(sampleMs),
    });
    store.close();
  });

  it('keeps the total of cache writes when one row lacks the split by lifetime', () => {
    const store = create();
    store.apply([
      eventBatchOf(eventOf({ usage: usageOf({ cacheCreation5mTokens: 300 }) })),
      eventBatchOf(eventOf({ usage: usageOf({ cacheCreation5mTokens: 100, cacheCreation1hTokens: 200 }) })),
    ]);
    expect(store.cells(all)[0]?.usage).toEqual(usageOf({ cacheCreation5mTokens: 100, cacheCreation1hTokens: 200 }));
    store.close();
  });

  it('does not count a side question that replays a response', () => {
    const store = create();
    const replay = { kind: 'sidechain', group: 'msg_1' } as const;
    const copy = eventOf({ key: 'copy', replay, isSidechain: true, sessionId: 'side' });
    store.apply([eventBatchOf(copy)]);
    expect(store.cells(all).map((cell) => cell.sessionId)).toEqual(['side']);
    expect(store.apply([eventBatchOf(eventOf({ replay }))])).toMatchObject({ changedEvents: 2 });
    expect(store.cells(all).map((cell) => cell.sessionId)).toEqual(['session-1']);
    expect(store.stats()).toMatchObject([{ source: 'claude-code', events: 1, replayedEvents: 1 }]);
    store.close();
  });

  it('counts equal counters within a family once, also when the family is discovered later', () => {
    const store = create();
    const event = (threadId: string, atMs: number) =>
      eventOf({ key: threadId, sessionId: threadId, atMs, replay: { kind: 'lineage', group: '10/2/5', threadId } });
    store.apply([
      eventBatchOf(event('child', sampleMs + 3), event('parent', sampleMs), event('stranger', sampleMs + 1)),
    ]);
    expect(store.cells(all)).toHaveLength(3);
    // Through a thread without events, and with a cycle.
    const delta = store.apply([
      batchOf([
        { kind: 'lineage', threadId: 'child', parentId: 'between' },
        { kind: 'lineage', threadId: 'between', parentId: 'parent' },
        { kind: 'lineage', threadId: 'parent', parentId: 'child' },
      ]),
    ]);
    expect(delta).toEqual({ changedEvents: 1, newLimitReadings: 0, changedMinutes: minutesOf(sampleMs + 3) });
    expect(store.cells(all).map((cell) => cell.sessionId)).toEqual(['parent', 'stranger']);
    store.close();
  });

  it('keeps threads of different sources in separate families', () => {
    const store = create();
    const replay = { kind: 'lineage', group: 'v', threadId: 't1' } as const;
    store.apply([
      eventBatchOf(eventOf({ key: 'k1', replay }), eventOf({ key: 'k2', source: 'codex', replay })),
      batchOf([{ kind: 'lineage', threadId: 't1', parentId: 't2' }]),
    ]);
    expect(store.stats().map((stats) => [stats.source, stats.events])).toEqual([
      ['claude-code', 1],
      ['codex', 1],
    ]);
    store.close();
  });

  it('survives invalid numbers and texts', () => {
    const store = create();
    const event = eventOf({
      sessionId: 'a\0b',
      project: 'half \ud800 pair',
      usage: usageOf({ inputTokens: 1e300, outputTokens: 2.9, cacheReadTokens: -5, reasoningTokens: Number.NaN }),
      loggedCostMicroUsd: Infinity,
    });
    store.apply([eventBatchOf(event), batchOf([{ kind: 'limit', reading: readingOf({ usedPercent: Number.NaN }) }])]);
    expect(store.cells(all)).toMatchObject([
      {
        sessionId: 'a\ufffdb',
        project: 'half \ufffd pair',
        usage: usageOf({ inputTokens: 1_000_000_000, outputTokens: 2 }),
      },
    ]);
    expect(store.latestLimitReadings(Infinity)).toEqual([]);
    store.close();
  });
});

describe('ledger stores', () => {
  it('follow the merge rules and agree, in any order, in any batches, with repetitions', () => {
    fc.assert(
      fc.property(shuffledRecords, ({ records, shuffled, cuts }) => {
        const dumps: string[] = [];
        const cells: unknown[] = [];
        for (const [, create] of ledgerStores) {
          for (const [pieces, isSettled] of [
            [[records], false],
            [cutInto(shuffled, cuts), false],
            [cutInto(shuffled, cuts), true],
          ] as const) {
            const store = create();
            for (const piece of pieces) {
              store.apply([batchOf(piece, { source: 'codex' })]);
              // During a first scan, a ledger looks up names and groups differently.
              if (isSettled) store.refreshRollups();
            }
            dumps.push(dumpLedger(store));
            cells.push(store.cells(all));
            expect(store.apply([batchOf(records, { source: 'codex' })])).toEqual(unchanged);
            store.close();
          }
        }
        expect(new Set(dumps).size).toBe(1);
        for (const other of cells) expect(other).toEqual(cells[0]);
        expect(toComparable(dumps[0] ?? '')).toEqual(toExpected(records));
      }),
      { numRuns: 120 },
    );
  });

  it('report equal deltas', () => {
    fc.assert(
      fc.property(shuffledRecords, fc.nat(9), ({ shuffled, cuts }, settledAt) => {
        const stores = ledgerStores.map(([, create]) => create());
        for (const [index, piece] of cutInto(shuffled, cuts).entries()) {
          if (index === settledAt) for (const store of stores) store.refreshRollups();
          const before = stores[0]?.cells({ grainMs: 1 });
          const deltas = stores.map((store) => store.apply([batchOf(piece, { source: 'codex' })]));
          expect(deltas).toEqual(deltas.map(() => deltas[0]));
          // Nothing has changed outside the reported minutes.
          const changed = new Set(deltas[0]?.changedMinutes);
          const isOutside = ({ startMs }: { readonly startMs: number }) => !changed.has(floorTo(startMs, minuteMs));
          expect(stores[0]?.cells({ grainMs: 1 }).filter(isOutside)).toEqual(before?.filter(isOutside));
        }
        for (const store of stores) store.close();
      }),
      { numRuns: 80 },
    );
  });
});

/** The part of a dump's events that the oracle knows. */
function toComparable(dump: string): readonly unknown[] {
  return dump
    .split('\n')
    .filter((line) => line.startsWith('event '))
    .map((line) => JSON.parse(line.slice('event '.length)))
    .map(({ event, isReplay, names }) => ({
      key: event.key,
      names,
      isReplay,
      atMs: event.atMs,
      isFinal: event.isFinal,
      sessionId: event.profile.sessionId,
      project: event.profile.project,
      model: event.profile.model,
      isSidechain: event.profile.isSidechain,
      tokens: [
        event.usage.inputTokens,
        event.usage.cacheCreation5mTokens + event.usage.cacheCreation1hTokens,
        event.usage.cacheCreation1hTokens,
        event.usage.cacheReadTokens,
        event.usage.outputTokens,
        event.usage.reasoningTokens,
      ],
    }))
    .sort((left, right) => (left.key < right.key ? -1 : 1));
}

function toExpected(records: readonly LogRecord[]): readonly unknown[] {
  return deriveLedger(records)
    .map(({ key, names, isReplay, atMs, isFinal, owner, tokens }) => ({
      key,
      names,
      isReplay,
      atMs,
      isFinal,
      sessionId: plain(owner.profile.sessionId),
      project: owner.profile.project,
      model: owner.profile.model,
      isSidechain: owner.profile.isSidechain,
      tokens,
    }))
    .sort((left, right) => (left.key < right.key ? -1 : 1));
}
