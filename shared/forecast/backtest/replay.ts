import type { Calendar } from '../../domain/calendar-day.ts';
import { dayMs } from '../../domain/instant.ts';
import { toPointForecast, type Forecast, type ForecastMethod, type PastWindow, type WindowKind } from '../forecast.ts';
import { listPastBlocks, listPastPeriods } from '../past-windows.ts';
import { quantileOf } from '../quantile.ts';
import { slotMs, type SlotSeries } from '../slot-series.ts';

/** A history to replay: what was used by each source, up to the present. */
export interface BacktestHistory {
  readonly sources: readonly SlotSeries[];
  readonly all: SlotSeries;
  readonly calendar: Calendar;
  readonly nowMs: number;
}

/** A method's forecast at one moment of one window, and the outcome. */
export interface ReplayedForecast {
  readonly method: string;
  readonly kind: WindowKind;
  readonly window: PastWindow;
  readonly nowMs: number;
  readonly elapsedShare: number;
  /** Whole days of history that the method had. */
  readonly historyDays: number;
  readonly used: number;
  readonly forecast: Forecast;
  /** The amount that would have stopped the person, and the probability given to it; null while there is none. */
  readonly limit: { readonly tokens: number; readonly probability: number } | null;
}

/** Builds a fresh method for each series, since some learn as they forecast. */
export type MethodFactory = () => ForecastMethod;

/** From this many windows on there is a limit to run out of. */
const minWindowsForLimit = 5;
/** The limit that is tried: the quantile of the person's own windows at this level. */
const limitLevel = 0.75;

/**
 * Replays a history as if live: a forecast every quarter of an hour by every method, which sees only what had happened
 * by then. Windows of one kind come in the order of time. A method without a forecast counts as forecasting that
 * nothing more will come.
 */
export function* replay(history: BacktestHistory, methods: readonly MethodFactory[]): Generator<ReplayedForecast> {
  const { sources, all, calendar, nowMs } = history;
  for (const series of sources) yield* replaySeries(series, listPastBlocks(series, nowMs), calendar, methods);
  for (const kind of ['day', 'week'] as const) {
    yield* replaySeries(all, listPastPeriods(kind, all, calendar, nowMs), calendar, methods);
  }
}

function* replaySeries(
  series: SlotSeries,
  windows: readonly PastWindow[],
  calendar: Calendar,
  factories: readonly MethodFactory[],
): Generator<ReplayedForecast> {
  const firstMs = series.at(0)?.atMs ?? 0;
  const methods = factories.map((create) => create());
  for (const [index, window] of windows.entries()) {
    const past = windows.slice(0, index);
    const limit = findLimit(past);
    for (let nowMs = window.startMs + slotMs; nowMs < window.endMs; nowMs += slotMs) {
      const known = series.until(nowMs);
      if (known.length === 0) continue;
      const used = known.sumBetween(window.startMs, nowMs);
      const { kind, startMs, endMs } = window;
      const input = { window: { kind, startMs, endMs }, nowMs, series: known, past, calendar };
      for (const method of methods) {
        const forecast = method.forecast(input) ?? toPointForecast(used);
        yield {
          method: method.id,
          kind,
          window,
          nowMs,
          elapsedShare: (nowMs - startMs) / (endMs - startMs),
          historyDays: Math.floor((nowMs - firstMs) / dayMs),
          used,
          forecast,
          limit: limit === null ? null : { tokens: limit, probability: forecast.exceeds(limit) },
        };
      }
    }
  }
}

function findLimit(past: readonly PastWindow[]): number | null {
  const totals = past.map(({ total }) => total).filter((total) => total > 0);
  return totals.length < minWindowsForLimit ? null : quantileOf(totals, limitLevel);
}
