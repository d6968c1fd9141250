import { describe, expect, it } from 'vitest';
import { minuteMs, quarterHourMs } from '../../shared/domain/instant.ts';
import { cursorOf, eventBatchOf, eventOf, sampleMs, usageOf } from '../support/ledger-samples.ts';
import { ledgerStores } from '../support/ledger-stores.ts';

const all = { grainMs: quarterHourMs };

// `sums` has a file of its own: ledger-sums.test.ts.
describe.each(ledgerStores)('event store: %s', (_name, create) => {
  it('sums by slice, price dimensions and context class', () => {
    const store = create();
    const at = (key: string, atMs: number, cacheReadTokens: number) =>
      eventOf({ key, atMs, usage: usageOf({ cacheReadTokens, outputTokens: 1 }) });
    store.apply([
      eventBatchOf(
        at('k1', sampleMs, 199_999),
        at('k2', sampleMs + 1, 200_000),
        at('k3', sampleMs + 2, 200_001),
        at('k4', sampleMs + 3, 272_001),
        at('k5', sampleMs + quarterHourMs, 1),
        eventOf({ key: 'k6', atMs: sampleMs - 1, entrypoint: 'sdk-cli', loggedCostMicroUsd: 7, isFinal: false }),
        eventOf({ key: 'k7', atMs: sampleMs - 2, agentVersion: null, webSearchRequests: 2 }),
      ),
    ]);
    const pick = (query: Parameters<typeof store.cells>[0]) =>
      store.cells(query).map((cell) => [cell.startMs - sampleMs, cell.contextClass, cell.events]);
    expect(pick(all)).toEqual([
      // Costs are calculated per cell, so a cell has logged costs for all of its events or for none.
      [-quarterHourMs, 0, 1],
      [-quarterHourMs, 0, 1],
      [0, 0, 2],
      [0, 200_000, 1],
      [0, 272_000, 1],
      [quarterHourMs, 0, 1],
    ]);
    expect(store.cells(all)).toMatchObject([
      { unfinishedEvents: 0, webSearchRequests: 2, loggedCostMicroUsd: 0, loggedCostEvents: 0 },
      { unfinishedEvents: 1, webSearchRequests: 0, loggedCostMicroUsd: 7, loggedCostEvents: 1 },
      {},
      {},
      {},
      {},
    ]);
    expect(pick({ grainMs: minuteMs, fromMs: sampleMs + 2, toMs: sampleMs + quarterHourMs })).toEqual([
      [0, 200_000, 1],
      [0, 272_000, 1],
    ]);
    store.close();
  });

  it('keeps responses with and without a logged cost apart, and treats a cost of zero as none', () => {
    const store = create();
    const costs = [5, null, 0, 7, 0.4, -3];
    store.apply([
      eventBatchOf(...costs.map((loggedCostMicroUsd, index) => eventOf({ key: `k${index}`, loggedCostMicroUsd }))),
    ]);
    const pick = () => store.cells(all).map((cell) => [cell.events, cell.loggedCostEvents, cell.loggedCostMicroUsd]);
    expect(pick()).toEqual([
      [4, 0, 0],
      [2, 2, 12],
    ]);
    // A second row of the response adds the cost.
    store.apply([eventBatchOf(eventOf({ key: 'k1', loggedCostMicroUsd: 1 }))]);
    expect(pick()).toEqual([
      [3, 0, 0],
      [3, 3, 13],
    ]);
    store.close();
  });

  it('filters by source and session', () => {
    const store = create();
    store.apply([
      eventBatchOf(
        eventOf({ key: 'k1' }),
        eventOf({ key: 'k2', sessionId: 'session-2' }),
        eventOf({ key: 'k3', source: 'codex', sessionId: 'session-2' }),
      ),
    ]);
    const pick = (query: Parameters<typeof store.cells>[0]) =>
      store.cells(query).map((cell) => `${cell.source} ${cell.sessionId}`);
    expect(pick({ ...all, source: 'codex' })).toEqual(['codex session-2']);
    expect(pick({ ...all, sessionId: 'session-2' })).toEqual(['claude-code session-2', 'codex session-2']);
    expect(pick({ ...all, source: 'codex', sessionId: 'session-1' })).toEqual([]);
    expect(pick({ ...all, source: 'gemini' })).toEqual([]);
    store.close();
  });

  it('counts events by source, and lists sources that only have files', () => {
    const store = create();
    const none = { events: 0, replayedEvents: 0, firstAtMs: null, lastAtMs: null };
    expect(store.stats()).toEqual([]);
    store.apply([{ records: [], cursor: cursorOf({ path: '/logs/b', source: 'codex' }) }]);
    expect(store.stats()).toEqual([{ source: 'codex', ...none }]);
    const replay = { kind: 'sidechain', group: 'msg_1' } as const;
    store.apply([
      eventBatchOf(
        eventOf({ key: 'k1', replay, atMs: sampleMs + 5 }),
        eventOf({ key: 'k2', atMs: sampleMs + 9 }),
        eventOf({ key: 'k3', replay, isSidechain: true, atMs: sampleMs + 99 }),
      ),
    ]);
    const stats = store.stats();
    expect(stats).toEqual([
      { source: 'claude-code', events: 2, replayedEvents: 1, firstAtMs: sampleMs + 5, lastAtMs: sampleMs + 9 },
      { source: 'codex', ...none },
    ]);
    // Once more without a write in between, and once after one.
    expect(store.stats()).toEqual(stats);
    store.apply([eventBatchOf(eventOf({ key: 'k4', atMs: sampleMs + 10 }))]);
    expect(store.stats()[0]).toMatchObject({ events: 3, lastAtMs: sampleMs + 10 });
    store.close();
  });
});
