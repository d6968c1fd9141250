import { describe, expect, it } from 'vitest';
import { createLimitChangeWatch } from '../../../../../../main/node/engine/forecasts/limit-changes.ts';
import { createPreferences } from '../../../../../../main/node/engine/preferences.ts';
import { dayMs, hourMs } from '../../../../../../shared/domain/instant.ts';
import type { LimitReading } from '../../../../../../shared/domain/limit-window.ts';
import type { UsageEvent } from '../../../../../../shared/domain/usage-event.ts';
import { toLimitWindows } from '../../../../../../shared/limits/windows.ts';
import { shippedPrices } from '../../../../../../shared/pricing/list-prices.ts';
import { defaultSettings } from '../../../../../../shared/settings/defaults.ts';
import { createMemoryLedger } from '../../../../../fakes/memory-ledger.ts';
import { batchOf, eventBatchOf, eventOf } from '../../../../../support/ledger-samples.ts';
import { makeReading } from '../../../../../support/make-reading.ts';

const nowMs = Date.parse('2026-04-28T00:00:00Z');
const firstMs = nowMs - 49 * dayMs;

/** Seven weeks of a weekly window that fills by ten percent at a time, four responses each; in the last ones by five. */
function start({ changeAfterWeeks, plan }: { changeAfterWeeks: number; plan: (week: number) => string }) {
  const store = createMemoryLedger();
  const preferences = createPreferences({ ...defaultSettings, timeZone: 'UTC' }, 'UTC', shippedPrices);
  const readings: LimitReading[] = [];
  const events: UsageEvent[] = [];
  for (let week = 0; week < 7; week++) {
    const startMs = firstMs + week * 7 * dayMs;
    const resetsAtMs = startMs + 7 * dayMs;
    for (let step = 0; step < 8; step++) {
      const atMs = startMs + step * 18 * hourMs + hourMs;
      const usedPercent = step * (week < changeAfterWeeks ? 5 : 10);
      readings.push(
        makeReading({ usedPercent, observedAtMs: atMs, resetsAtMs, windowMinutes: 10_080, planType: plan(week) }),
      );
      for (let count = 0; count < 4; count++) {
        events.push(
          eventOf({ key: `codex:${week}-${step}-${count}`, source: 'codex', atMs: atMs + (1 + count) * hourMs }),
        );
      }
    }
  }
  store.apply([eventBatchOf(...events), batchOf(readings.map((reading) => ({ kind: 'limit', reading })))]);
  let reads = 0;
  const counted = { ...store, cells: (query: Parameters<typeof store.cells>[0]) => (reads++, store.cells(query)) };
  const watch = createLimitChangeWatch({ ledger: { store: () => counted }, preferences });
  const windows = toLimitWindows(store.latestLimitReadings(nowMs - 1), nowMs - hourMs);
  return { watch, windows, reads: () => reads };
}

describe('createLimitChangeWatch', () => {
  it('finds that a percent stands for half as much, from readings and usage in the ledger', () => {
    const { watch, windows } = start({ changeAfterWeeks: 4, plan: () => 'plus' });
    const { plans, allowances } = watch(windows, nowMs - hourMs);
    expect(plans).toEqual([]);
    expect(allowances).toHaveLength(1);
    expect(allowances[0]).toMatchObject({
      source: 'codex',
      windowMinutes: 10_080,
      isWithPlan: false,
      isOtherModels: false,
    });
    expect(allowances[0]!.ratio).toBeCloseTo(0.5, 5);
    expect(allowances[0]!.before).toMatchObject({ pairs: 28, percent: 140 });
    expect(allowances[0]!.after).toMatchObject({ pairs: 21, percent: 210 });
    expect(allowances[0]!.firstNewMs).toBe(firstMs + 28 * dayMs + hourMs);
  });

  it('finds a change of plan, and that the allowance changed with it', () => {
    const { watch, windows } = start({ changeAfterWeeks: 4, plan: (week) => (week < 4 ? 'plus' : 'pro') });
    const { plans, allowances } = watch(windows, nowMs - hourMs);
    expect(plans).toMatchObject([
      { source: 'codex', from: 'plus', to: 'pro', firstSeenMs: firstMs + 28 * dayMs + hourMs },
    ]);
    expect(allowances).toMatchObject([{ isWithPlan: true }]);
  });

  it('finds nothing where nothing changed, and takes two names of a plan for one', () => {
    const { watch, windows } = start({ changeAfterWeeks: 9, plan: (week) => (week < 4 ? 'team' : 'business') });
    expect(watch(windows, nowMs - hourMs)).toEqual({ plans: [], allowances: [] });
  });

  it('looks once an hour', () => {
    const { watch, windows, reads } = start({ changeAfterWeeks: 9, plan: () => 'plus' });
    watch(windows, nowMs - hourMs);
    watch(windows, nowMs - 1);
    expect(reads()).toBe(1);
    watch(windows, nowMs);
    expect(reads()).toBe(2);
  });
});
