import type { Calendar } from '../domain/calendar-day.ts';
import type { SlotSeries } from './slot-series.ts';

/** The quantiles that a forecast gives and is judged by. */
export const quantileLevels = [0.1, 0.25, 0.5, 0.75, 0.9] as const;

/** Values at `quantileLevels`, ascending. */
export type Quantiles = readonly [number, number, number, number, number];

/** Which total is forecast. */
export const windowKinds = ['block', 'day', 'week'] as const;
export type WindowKind = (typeof windowKinds)[number];

/** A span whose total is forecast, `[startMs, endMs)`, UTC milliseconds. */
export interface ForecastWindow {
  readonly kind: WindowKind;
  readonly startMs: number;
  readonly endMs: number;
}

/** A window that is over, with the tokens used in it. */
export interface PastWindow extends ForecastWindow {
  readonly total: number;
}

/** Everything that a method may know at `nowMs`. */
export interface ForecastInput {
  readonly window: ForecastWindow;
  readonly nowMs: number;
  /** Everything that happened before `nowMs`, and nothing else. */
  readonly series: SlotSeries;
  /** The windows of this kind that were over by `nowMs`, oldest first. */
  readonly past: readonly PastWindow[];
  readonly calendar: Calendar;
}

/** A distribution of a window's total, in tokens. */
export interface Forecast {
  readonly quantiles: Quantiles;
  /**
   * Holds the total with a probability of 80 %. If probably nothing more will come, it starts at what is used already.
   */
  readonly interval: readonly [number, number];
  /** The probability, 0 to 1, that the total will be more than this. */
  exceeds(tokens: number): number;
}

/** A forecasting method. Null: it cannot forecast yet. */
export interface ForecastMethod {
  readonly id: string;
  forecast(input: ForecastInput): Forecast | null;
}

/** A forecast of a single number without uncertainty. */
export function toPointForecast(total: number): Forecast {
  return {
    quantiles: [total, total, total, total, total],
    interval: [total, total],
    exceeds: (tokens) => (total > tokens ? 1 : 0),
  };
}

/** The tokens used in a window so far. */
export function usedSoFar({ series, window, nowMs }: ForecastInput): number {
  return series.sumBetween(window.startMs, nowMs);
}
