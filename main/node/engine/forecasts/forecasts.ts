import type { Anomaly, LimitForecast, TotalForecast } from '../../../../shared/domain/forecast.ts';
import type { SourceId } from '../../../../shared/domain/ids.ts';
import { dayMs, floorTo } from '../../../../shared/domain/instant.ts';
import type { LimitChanges } from '../../../../shared/domain/limit-change.ts';
import type { LimitWindow } from '../../../../shared/domain/limit-window.ts';
import { measureIn } from '../../../../shared/domain/plan.ts';
import { totalTokens } from '../../../../shared/domain/token-usage.ts';
import { historyMs } from '../../../../shared/forecast/usage-pattern.ts';
import { createForecaster, type Forecaster, type Learned } from '../../../../shared/forecast/forecaster.ts';
import { slotMs } from '../../../../shared/forecast/slot-series.ts';
import type { ActiveBlock } from '../../../../shared/snapshot/app-snapshot.ts';
import { createAnomalyWatch } from './anomaly-reading.ts';
import type { LedgerAccess } from '../ledger/ledger-access.ts';
import { createLimitChangeWatch } from './limit-changes.ts';
import type { Preferences } from '../preferences.ts';
import { readSlots, toForecastHistory, type SlotsBySource } from './slot-history.ts';

/** Forecasts from the ledger. All are computed once per quarter-hour, as of its start. */
export interface Forecasts {
  /** `active`: a block without its forecast. */
  block(active: Omit<ActiveBlock, 'forecast'>, nowMs: number): TotalForecast | null;
  /** `sinceTokens`: used since the last full quarter of an hour, by all sources or by the window's; read if omitted. */
  period(kind: 'day' | 'week', nowMs: number, sinceTokens?: number): TotalForecast | null;
  limit(window: LimitWindow, nowMs: number, sinceTokens?: number): LimitForecast | null;
  /** What was unusual lately; searched once per quarter-hour. */
  anomalies(nowMs: number): readonly Anomaly[];
  /** Changes of the plans and allowances of these windows; searched once an hour. */
  limitChanges(windows: readonly LimitWindow[], nowMs: number): LimitChanges;
  /** Long past usage may have changed. */
  expire(): void;
}

/** Builds it on whichever ledger is open. Weeks of the past are read once a day, the last day every quarter of an hour. */
export function createForecasts(ledger: Pick<LedgerAccess, 'store'>, preferences: Preferences): Forecasts {
  let anomalies = createAnomalyWatch({ ledger, preferences });
  let limitChanges = createLimitChangeWatch({ ledger, preferences });
  let past: { readonly untilMs: number; readonly slots: SlotsBySource } | null = null;
  let learned: Learned = new Map();
  let current: { readonly atMs: number; readonly calendar: string; readonly forecaster: Forecaster } | null = null;
  const read = (nowMs: number): Forecaster => {
    const atMs = floorTo(nowMs, slotMs);
    const calendar = preferences.calendar();
    if (current?.atMs === atMs && current.calendar === calendar.id) return current.forecaster;
    const untilMs = floorTo(nowMs, dayMs) - dayMs;
    if (past?.untilMs !== untilMs) {
      past = { untilMs, slots: readSlots(ledger.store(), untilMs - historyMs, untilMs) };
      learned = new Map();
    }
    const recent = readSlots(ledger.store(), untilMs, atMs);
    const forecaster = createForecaster(toForecastHistory([past.slots, recent], calendar), atMs, learned);
    current = { atMs, calendar: calendar.id, forecaster };
    return forecaster;
  };
  const readSince = (nowMs: number, source: SourceId | null): number => {
    const fromMs = floorTo(nowMs, slotMs);
    const slots = readSlots(ledger.store(), fromMs, fromMs + slotMs, source);
    return [...slots.values()].flat().reduce((sum, { tokens }) => sum + tokens, 0);
  };
  return {
    block: ({ source, block, limit }, nowMs) =>
      read(nowMs).block(source, block, toLimitTokens(block, limit), nowMs, totalTokens(block.usage)),
    period: (kind, nowMs, sinceTokens = readSince(nowMs, null)) => read(nowMs).period(kind, nowMs, sinceTokens),
    limit: (window, nowMs, sinceTokens = readSince(nowMs, window.source)) =>
      read(nowMs).limit(window, nowMs, sinceTokens),
    anomalies: (nowMs) => anomalies(nowMs),
    limitChanges: (windows, nowMs) => limitChanges(windows, nowMs),
    expire() {
      anomalies = createAnomalyWatch({ ledger, preferences });
      limitChanges = createLimitChangeWatch({ ledger, preferences });
      past = null;
      current = null;
    },
  };
}

/** A block's limit in tokens: a limit in another unit is converted at the block's own ratio so far. */
function toLimitTokens(block: ActiveBlock['block'], limit: ActiveBlock['limit']): number | null {
  if (limit === null) return null;
  if (limit.unit === 'tokens') return limit.value;
  const tokens = totalTokens(block.usage);
  const used = measureIn(limit.unit, block);
  return used === null || used === 0 || tokens === 0 ? null : (limit.value * tokens) / used;
}
