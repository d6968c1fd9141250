import { listInUse } from '../../../../shared/limits/accounts.ts';
import { toLimitWindows } from '../../../../shared/limits/windows.ts';
import type { ArgumentOf, EngineCalls, Handlers } from '../../../../shared/contract/index.ts';
import type { BacktestRow } from '../../../../shared/domain/backtest.ts';
import type { LimitForecast, TotalForecast } from '../../../../shared/domain/forecast.ts';
import type { SourceId } from '../../../../shared/domain/ids.ts';
import { dayMs, floorTo } from '../../../../shared/domain/instant.ts';
import type { LimitWindow } from '../../../../shared/domain/limit-window.ts';
import { backtestInSteps } from '../../../../shared/forecast/backtest/backtest.ts';
import { holdParts } from '../../../../shared/forecast/hold-parts.ts';
import { slotMs } from '../../../../shared/forecast/slot-series.ts';
import type { ActiveBlockOutlook } from '../../../../shared/snapshot/outlook.ts';
import type { Clock } from '../../../../shared/ports/clock.ts';
import { readAnomalies } from '../forecasts/anomaly-reading.ts';
import type { Forecasts } from '../forecasts/forecasts.ts';
import type { LedgerAccess } from '../ledger/ledger-access.ts';
import type { Preferences } from '../preferences.ts';
import { nameCause } from '../project-names.ts';
import { runInTurns } from './run-in-turns.ts';
import { readSlots, toForecastHistory } from '../forecasts/slot-history.ts';

/** What forecasts are answered from. */
export interface ForecastContext {
  readonly ledger: Pick<LedgerAccess, 'store'>;
  readonly preferences: Preferences;
  readonly clock: Clock;
  readonly forecasts: Forecasts;
  readonly activeBlocks: () => readonly ActiveBlockOutlook[];
  readonly refreshRollups: () => void;
}

/** A replay goes back this far: older habits are of little use. */
const backtestMs = 366 * dayMs;

/** The handlers of forecasts and their backtest. */
export function createForecastAnswers(context: ForecastContext) {
  const { clock, ledger, preferences } = context;
  return {
    forecast({ source }: ArgumentOf<EngineCalls, 'forecast'>) {
      const nowMs = clock.nowMs();
      context.refreshRollups();
      const windows = toLimitWindows(ledger.store().latestLimitReadings(nowMs), nowMs);
      const wanted = windows.filter((window) => source === null || window.source === source);
      return {
        generatedAtMs: nowMs,
        timeZone: preferences.calendar().timeZone,
        totals: forecastTotals(context, source, nowMs),
        limits: forecastLimits(context, wanted, nowMs),
        anomalies: readAnomalies(context, source, nowMs).map((anomaly) => nameCause(preferences.projects(), anomaly)),
      };
    },
    backtest: async ({ source }: ArgumentOf<EngineCalls, 'backtest'>) => ({
      generatedAtMs: clock.nowMs(),
      rows: await backtestLedger(context, source),
    }),
  } satisfies Partial<Handlers<EngineCalls>>;
}

/** The active blocks, the day and the week. */
function forecastTotals(
  { activeBlocks, forecasts }: ForecastContext,
  source: SourceId | null,
  nowMs: number,
): readonly TotalForecast[] {
  const blocks = activeBlocks()
    .filter((active) => source === null || active.source === source)
    .map(({ forecast }) => forecast)
    .filter((forecast) => forecast !== null);
  const periods = source === null ? (['day', 'week'] as const).map((kind) => forecasts.period(kind, nowMs)) : [];
  return [...blocks, ...holdParts(blocks, periods)];
}

/** Forecasts of how windows will end, where one is possible. */
export function forecastLimits(
  { forecasts }: Pick<ForecastContext, 'forecasts'>,
  windows: readonly LimitWindow[],
  nowMs: number,
): readonly LimitForecast[] {
  return listInUse(windows)
    .map((window) => forecasts.limit(window, nowMs))
    .filter((forecast) => forecast !== null);
}

/** Replays what the ledger holds with all methods. The ledger is read in one go. */
async function backtestLedger(context: ForecastContext, source: SourceId | null): Promise<readonly BacktestRow[]> {
  const { clock, ledger, preferences, refreshRollups } = context;
  refreshRollups();
  const nowMs = floorTo(clock.nowMs(), slotMs);
  const stats = ledger.store().stats();
  const firstAtMs = Math.min(...stats.map((each) => each.firstAtMs ?? Infinity));
  const lastAtMs = Math.max(...stats.map((each) => each.lastAtMs ?? -Infinity));
  if (!Number.isFinite(firstAtMs) || !Number.isFinite(lastAtMs)) return [];
  const untilMs = Math.min(nowMs, floorTo(lastAtMs, slotMs) + slotMs);
  const slots = readSlots(ledger.store(), Math.max(firstAtMs, untilMs - backtestMs), untilMs, source);
  const { sources, all, calendar } = toForecastHistory([slots], preferences.calendar());
  // What comes after the last usage is not part of the history: perhaps the agent has been abandoned.
  const endMs = Math.min(nowMs, untilMs + dayMs);
  return runInTurns(backtestInSteps([{ sources: [...sources.values()], all, calendar, nowMs: endMs }]));
}
