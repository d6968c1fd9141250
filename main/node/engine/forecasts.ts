import type { LimitForecast, TotalForecast } from '../../../shared/domain/forecast.ts';
import { dayMs, floorTo } from '../../../shared/domain/instant.ts';
import type { LimitWindow } from '../../../shared/domain/limit-window.ts';
import { measureIn } from '../../../shared/domain/plan.ts';
import { totalTokens } from '../../../shared/domain/token-usage.ts';
import { historyMs } from '../../../shared/forecast/activity.ts';
import { createForecaster, type Forecaster, type Learned } from '../../../shared/forecast/forecaster.ts';
import { slotMs } from '../../../shared/forecast/slot-series.ts';
import type { ActiveBlock } from '../../../shared/snapshot/app-snapshot.ts';
import type { LedgerAccess } from './ledger-access.ts';
import type { Preferences } from './preferences.ts';
import { readSlots, toForecastHistory, type SlotsBySource } from './slot-history.ts';

/** Forecasts from the ledger. All stand on the quarter of an hour that began last, and are made once for it. */
export interface Forecasts {
  /** `active`: a block without its forecast. */
  block(active: Omit<ActiveBlock, 'forecast'>, nowMs: number): TotalForecast | null;
  period(kind: 'day' | 'week', nowMs: number): TotalForecast | null;
  limit(window: LimitWindow, nowMs: number): LimitForecast | null;
  /** Long past usage may have changed. */
  expire(): void;
}

/** Builds it on whichever ledger is open. Weeks of the past are read once a day, the last day every quarter of an hour. */
export function createForecasts(ledger: Pick<LedgerAccess, 'store'>, preferences: Preferences): Forecasts {
  let past: { readonly untilMs: number; readonly slots: SlotsBySource } | null = null;
  let learned: Learned = new Map();
  let current: { readonly atMs: number; readonly timeZone: string; readonly forecaster: Forecaster } | null = null;
  const read = (nowMs: number): Forecaster => {
    const atMs = floorTo(nowMs, slotMs);
    const calendar = preferences.calendar();
    if (current?.atMs === atMs && current.timeZone === calendar.timeZone) return current.forecaster;
    const untilMs = floorTo(nowMs, dayMs) - dayMs;
    if (past?.untilMs !== untilMs) {
      past = { untilMs, slots: readSlots(ledger.store(), untilMs - historyMs, untilMs) };
      learned = new Map();
    }
    const recent = readSlots(ledger.store(), untilMs, atMs);
    const forecaster = createForecaster(toForecastHistory([past.slots, recent], calendar), atMs, learned);
    current = { atMs, timeZone: calendar.timeZone, forecaster };
    return forecaster;
  };
  return {
    block: ({ source, block, limit }, nowMs) =>
      read(nowMs).block(source, block, toLimitTokens(block, limit), nowMs, totalTokens(block.usage)),
    period(kind, nowMs) {
      const fromMs = floorTo(nowMs, slotMs);
      const since = toForecastHistory([readSlots(ledger.store(), fromMs, fromMs + slotMs)], preferences.calendar());
      return read(nowMs).period(kind, nowMs, since.all.sumBetween(fromMs, fromMs + slotMs));
    },
    limit: (window, nowMs) => read(nowMs).limit(window, nowMs),
    expire() {
      past = null;
      current = null;
    },
  };
}

/** A block's limit in tokens: one in another unit goes by what the block's tokens have come to in it so far. */
function toLimitTokens(block: ActiveBlock['block'], limit: ActiveBlock['limit']): number | null {
  if (limit === null) return null;
  if (limit.unit === 'tokens') return limit.value;
  const tokens = totalTokens(block.usage);
  const used = measureIn(limit.unit, block);
  return used === null || used === 0 || tokens === 0 ? null : (limit.value * tokens) / used;
}
