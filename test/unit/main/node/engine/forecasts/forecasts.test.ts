import { describe, expect, it } from 'vitest';
import { createForecasts } from '../../../../../../main/node/engine/forecasts/forecasts.ts';
import { readSlots } from '../../../../../../main/node/engine/forecasts/slot-history.ts';
import { createPreferences } from '../../../../../../main/node/engine/preferences.ts';
import { dayMs, hourMs, minuteMs } from '../../../../../../shared/domain/instant.ts';
import { totalTokens } from '../../../../../../shared/domain/token-usage.ts';
import { defaultSettings } from '../../../../../../shared/settings/defaults.ts';
import { createMemoryLedger } from '../../../../../fakes/memory-ledger.ts';
import { makeBlock } from '../../../../../fakes/cli-host.ts';
import { eventBatchOf, eventOf } from '../../../../../support/ledger-samples.ts';
import { shippedPrices } from '../../../../../../shared/pricing/list-prices.ts';

const today = Date.parse('2026-04-28T00:00:00Z');

/** Two weeks of an hour's work at nine, and today's. */
function start() {
  const store = createMemoryLedger();
  const events = Array.from({ length: 15 }, (_, day) =>
    [0, 20, 40].map((minute) =>
      eventOf({ key: `claude-code:${day}-${minute}`, atMs: today - day * dayMs + 9 * hourMs + minute * minuteMs }),
    ),
  ).flat();
  store.apply([eventBatchOf(...events)]);
  let reads = 0;
  const counted = { ...store, sums: (query: Parameters<typeof store.sums>[0]) => (reads++, store.sums(query)) };
  const preferences = createPreferences({ ...defaultSettings, timeZone: 'UTC' }, 'UTC', shippedPrices);
  return { store, forecasts: createForecasts({ store: () => counted }, preferences), reads: () => reads };
}

describe('readSlots', () => {
  it('sums quarters of an hour by source, within its span', () => {
    const { store } = start();
    const slots = readSlots(store, today, today + 10 * hourMs).get('claude-code') ?? [];
    expect(slots.map(({ atMs }) => (atMs - today - 9 * hourMs) / minuteMs)).toEqual([0, 20, 40]);
    const { usage } = store.cells({ grainMs: minuteMs })[0]!;
    expect(slots[0]?.tokens).toBe(totalTokens(usage));
    expect(readSlots(store, today, today + hourMs).size).toBe(0);
    expect(readSlots(store, today, today + dayMs, 'codex').size).toBe(0);
  });
});

describe('createForecasts', () => {
  const block = makeBlock({ startMs: today + 9 * hourMs, endMs: today + 14 * hourMs });
  const active = { source: 'claude-code', block, limit: null };

  it('reads the past once a day and the last hours once each quarter of an hour, whatever is asked', () => {
    const { forecasts, reads } = start();
    const atMs = today + 9 * hourMs + 50 * minuteMs;
    expect(forecasts.block(active, atMs)?.asOfMs).toBe(today + 9 * hourMs + 45 * minuteMs);
    expect(forecasts.period('day', atMs + 1)?.usedTokens).toBeGreaterThan(0);
    // The day also asks for the quarter that has begun.
    expect(reads()).toBe(3);
    forecasts.block(active, atMs + 15 * minuteMs);
    expect(reads()).toBe(4);
    forecasts.expire();
    forecasts.block(active, atMs + 15 * minuteMs);
    expect(reads()).toBe(6);
  });

  it('notices what is unusual with the next quarter of an hour, not only with the next hour', () => {
    const { store, forecasts } = start();
    const nine = today + 9 * hourMs;
    expect(forecasts.anomalies(nine + 22 * minuteMs)).toEqual([]);
    const burst = Array.from({ length: 100 }, (_, index) =>
      eventOf({ key: `claude-code:burst-${index}`, atMs: nine + 23 * minuteMs, sessionId: 'burst' }),
    );
    store.apply([eventBatchOf(...burst)]);
    expect(forecasts.anomalies(nine + 29 * minuteMs)).toEqual([]);
    expect(forecasts.anomalies(nine + 30 * minuteMs)).toMatchObject([
      { kind: 'day', cause: 'session', causeName: 'burst' },
    ]);
  });

  it('tells what has been used by now, not by the last full quarter of an hour', () => {
    const { store, forecasts } = start();
    const atMs = today + 9 * hourMs + 44 * minuteMs;
    const each = totalTokens(store.cells({ grainMs: minuteMs })[0]!.usage);
    expect(forecasts.period('day', atMs)?.usedTokens).toBe(3 * each);
    expect(forecasts.block(active, atMs)?.usedTokens).toBe(totalTokens(block.usage));
  });

  it('expects nothing more once the usual hour has passed', () => {
    const { forecasts } = start();
    const evening = forecasts.period('day', today + 20 * hourMs);
    expect(evening?.tokens.p50).toBe(evening?.usedTokens);
    expect(evening?.nothingMore).toBeGreaterThan(0.5);
  });

  it('holds a limit in dollars against the cost of the tokens so far', () => {
    const { forecasts } = start();
    const atMs = today + 10 * hourMs;
    const usd = (value: number) =>
      ({ unit: 'usd', value, usedPercent: 1, plan: 'custom', provenance: 'measured' }) as const;
    const used = forecasts.block(active, atMs)!.usedTokens;
    const priced = {
      ...block,
      usage: { ...block.usage, inputTokens: used, cacheReadTokens: 0 },
      costMicroUsd: 1_000_000,
    };
    const probability = (value: number) =>
      forecasts.block({ source: 'claude-code', block: priced, limit: usd(value) }, atMs)?.runOut?.probability;
    expect(probability(0.5)).toBe(1);
    expect(probability(1_000)).toBeLessThan(0.05);
    expect(
      forecasts.block({ ...active, block: { ...priced, costMicroUsd: null }, limit: usd(1) }, atMs)?.runOut,
    ).toBeNull();
  });
});
