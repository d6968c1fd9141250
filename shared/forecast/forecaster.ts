import { addDays, toWeekStart, type Calendar } from '../domain/calendar-day.ts';
import type { ForecastQuantiles, LimitForecast, RunOut, TotalForecast } from '../domain/forecast.ts';
import type { SourceId } from '../domain/ids.ts';
import { dayMs, floorTo, minuteMs } from '../domain/instant.ts';
import { isStale, type LimitWindow } from '../domain/limit-window.ts';
import { readUsagePattern, slotsPerDay, type UsagePattern } from './usage-pattern.ts';
import { createCalibration, type Calibration } from './calibration.ts';
import type { ForecastWindow, PastWindow, Quantiles, WindowKind } from './forecast.ts';
import { youngDays } from './first-trust.ts';
import { forecastTotal, type FuelgaugeForecast } from './methods/fuelgauge.ts';
import { listPastBlocks, listPastPeriods, listSpansBefore } from './past-windows.ts';
import { shippedPrior, type Prior } from './prior.ts';
import { estimateRunOut } from './run-out.ts';
import { slotMs, type SlotSeries } from './slot-series.ts';

/** Usage from which a person's forecasts are made. */
export interface ForecastHistory {
  readonly sources: ReadonlyMap<SourceId, SlotSeries>;
  readonly all: SlotSeries;
  readonly calendar: Calendar;
}

/** Forecasts from one history. */
export interface Forecaster {
  /**
   * Null before there is any usage of this source. `limitTokens`: what would stop the block; null when nothing does.
   * `usedTokens`: what the block has come to by now; if omitted, by the last full quarter-hour.
   */
  block(
    source: SourceId,
    span: Pick<ForecastWindow, 'startMs' | 'endMs'>,
    limitTokens: number | null,
    nowMs: number,
    usedTokens?: number,
  ): TotalForecast | null;
  /** The current day or week of all sources together. `sinceTokens`: used since the last full quarter of an hour. */
  period(kind: 'day' | 'week', nowMs: number, sinceTokens?: number): TotalForecast | null;
  /**
   * Null where the logs cannot tell: without a percentage or a reset, or with nothing left; for a window of one model,
   * since usage is that of the whole source; where none of the usage behind the reading is known, or the usage since then
   * would have exhausted the limit; and for a week-long window in a person's first days. It starts at `nowMs`;
   * `sinceTokens`: used by the source since the last full quarter of an hour.
   */
  limit(window: LimitWindow, nowMs: number, sinceTokens?: number): LimitForecast | null;
}

/** What was learned from past windows, by kind of window and source. May be kept for a day. */
export type Learned = Map<string, Calibration>;

/** How many past windows teach the calibration. */
const taughtWindows = 20;

/**
 * Builds it. The last windows of each kind are replayed once, to learn how good such forecasts have been for this
 * person; `learned` keeps that for the next forecaster.
 */
export function createForecaster(
  { sources, all, calendar }: ForecastHistory,
  nowMs: number,
  learned: Learned = new Map(),
  prior: Prior = shippedPrior,
): Forecaster {
  const calibrationOf = (kind: WindowKind, source: SourceId | null): Calibration => {
    const key = `${kind} ${source ?? ''}`;
    let calibration = learned.get(key);
    if (calibration === undefined) {
      const series = source === null ? all : sources.get(source);
      calibration = series === undefined ? createCalibration() : learn(kind, series, calendar, nowMs, prior);
      learned.set(key, calibration);
    }
    return calibration;
  };
  const forecast = createFinder({ sources, all, calendar }, calibrationOf, prior);
  return {
    block(source, span, limitTokens, nowMs, usedTokens) {
      // A block has a kind of its own.
      const found = forecast({ kind: 'block', startMs: span.startMs, endMs: span.endMs }, source, nowMs);
      if (found === null) return null;
      const { activity, asOfMs } = found;
      const made = carryOn(found, usedTokens ?? found.made.used, span.endMs, nowMs);
      const left = limitTokens === null ? null : limitTokens - made.used;
      const runOut = left === null ? null : estimateRunOut({ activity, prior, made, left, asOfMs, endMs: span.endMs });
      return toTotal('block', source, span, asOfMs, made, runOut);
    },
    period(kind, nowMs, sinceTokens = 0) {
      const today = calendar.dayOf(nowMs);
      const first = kind === 'day' ? today : toWeekStart(today, calendar);
      const span = {
        startMs: calendar.startOf(first),
        endMs: calendar.startOf(addDays(first, kind === 'day' ? 1 : 7)),
      };
      const found = forecast({ kind, ...span }, null, nowMs);
      if (found === null) return null;
      const made = carryOn(found, found.made.used + sinceTokens, span.endMs, nowMs);
      return toTotal(kind, null, span, found.asOfMs, made, null);
    },
    limit(window, nowMs, sinceTokens = 0) {
      const span = toSpan(window);
      if (span === null || nowMs >= span.endMs) return null;
      const found = forecast(span, window.source, nowMs);
      if (found === null || isTooYoung(found)) return null;
      return toLimit(window, span, found, prior, { nowMs, sinceTokens });
    },
  };
}

/** Makes each forecast once. */
function createFinder(
  { sources, all, calendar }: ForecastHistory,
  calibrationOf: (kind: WindowKind, source: SourceId | null) => Calibration,
  prior: Prior,
) {
  const made = new Map<string, Found | null>();
  const find = (window: ForecastWindow, source: SourceId | null, asOfMs: number): Found | null => {
    const series = (source === null ? all : sources.get(source))?.until(asOfMs);
    if (series === undefined || asOfMs < window.startMs) return null;
    const past = listPast(window, series, calendar, source);
    const input = { window, nowMs: asOfMs, series, past, calendar };
    const total = forecastTotal(input, calibrationOf(window.kind, source), prior);
    const activity = readUsagePattern(series, asOfMs);
    return total === null || activity === null ? null : { made: total, activity, asOfMs, series };
  };
  return (window: ForecastWindow, source: SourceId | null, nowMs: number): Found | null => {
    const asOfMs = floorTo(nowMs, slotMs);
    const key = JSON.stringify([window.kind, window.startMs, window.endMs, source, asOfMs]);
    if (!made.has(key)) made.set(key, find(window, source, asOfMs));
    return made.get(key) ?? null;
  };
}

/** What a forecast was made from. */
interface Found {
  readonly made: FuelgaugeForecast;
  readonly activity: UsagePattern;
  readonly asOfMs: number;
  readonly series: SlotSeries;
}

/** Updates a forecast to now: what has been used is known, and less time remains for the rest. */
function carryOn({ made, asOfMs }: Found, used: number, endMs: number, nowMs: number): FuelgaugeForecast {
  if (used === made.used) return made;
  const share = Math.max(0, endMs - nowMs) / Math.max(1, endMs - asOfMs);
  const move = (total: number): number => used + Math.max(0, total - made.used) * share;
  const [p10, p25, p50, p75, p90] = made.quantiles;
  const [from, to] = made.interval;
  const quantiles: Quantiles = [move(p10), move(p25), move(p50), move(p75), move(p90)];
  return { ...made, used, quantiles, interval: [move(from), move(to)] };
}

/** Whether nothing more is expected only because the history is short. The window's pace is then a better guess. */
function isTooYoung({ made, activity }: Found): boolean {
  return made.trust === 0 && activity.length < youngDays * slotsPerDay;
}

/** The span of a limit window; null where it is not known, where nothing or all of it is used, and for a window of one model. */
function toSpan({ usedPercent, resetsAtMs, windowMinutes, label }: LimitWindow): ForecastWindow | null {
  if (usedPercent === null || usedPercent <= 0 || resetsAtMs === null || windowMinutes === null) return null;
  if (usedPercent >= 100 || label !== null) return null;
  const lengthMs = windowMinutes * minuteMs;
  return { kind: lengthMs < dayMs ? 'block' : 'week', startMs: resetsAtMs - lengthMs, endMs: resetsAtMs };
}

/** Extrapolates a reading: each token counts for as many percent as those before the reading. */
function toLimit(
  window: LimitWindow,
  { startMs, endMs }: ForecastWindow,
  found: Found,
  prior: Prior,
  { nowMs, sinceTokens }: { readonly nowMs: number; readonly sinceTokens: number },
): LimitForecast | null {
  const { id, source, usedPercent, observedAtMs } = window;
  const { activity, asOfMs, series } = found;
  const isReadSince = observedAtMs > asOfMs;
  // An agent reports its limits with a response, so the usage in the reading's own slot came before it.
  const readUntilMs = Math.max(Math.ceil(observedAtMs / slotMs) * slotMs, startMs + slotMs);
  const readTokens = series.sumBetween(startMs, readUntilMs) + (isReadSince ? sinceTokens : 0);
  if (readTokens === 0) return null;
  const perToken = (usedPercent ?? 0) / readTokens;
  const made = carryOn(found, found.made.used + sinceTokens, endMs, nowMs);
  const left = 100 / perToken - made.used;
  // Requests still succeed, so what was used since the reading did not count toward this limit.
  if (left <= 0) return null;
  const [from, to] = made.interval;
  return {
    id,
    source,
    asOfMs: nowMs,
    endMs,
    observedAtMs,
    usedPercent: made.used * perToken,
    percent: toQuantiles(made.quantiles, perToken),
    interval: { from: from * perToken, to: to * perToken },
    runOut: isStale(window, nowMs) ? null : estimateRunOut({ activity, prior, made, left, asOfMs: nowMs, endMs }),
  };
}

/** The earlier windows from which a day or a week is forecast; a block needs none. */
function listPast(
  window: ForecastWindow,
  series: SlotSeries,
  calendar: Calendar,
  source: SourceId | null,
): readonly PastWindow[] {
  if (window.kind === 'block') return [];
  if (source !== null) return listSpansBefore(window, series);
  return listPastPeriods(window.kind, series, calendar, window.startMs);
}

/** Replays the last windows of a kind, oldest first. */
function learn(kind: WindowKind, series: SlotSeries, calendar: Calendar, nowMs: number, prior: Prior): Calibration {
  const calibration = createCalibration();
  const windows = kind === 'block' ? listPastBlocks(series, nowMs) : listPastPeriods(kind, series, calendar, nowMs);
  const firstTaught = Math.max(0, windows.length - taughtWindows);
  for (const [index, window] of windows.entries()) {
    if (index < firstTaught) continue;
    const past = windows.slice(0, index);
    for (const share of [0.25, 0.5, 0.75]) teach(calibration, window, past, share, series, calendar, prior);
  }
  return calibration;
}

function teach(
  calibration: Calibration,
  window: PastWindow,
  past: readonly PastWindow[],
  share: number,
  series: SlotSeries,
  calendar: Calendar,
  prior: Prior,
): void {
  const atMs = window.startMs + share * (window.endMs - window.startMs);
  const input = { window, nowMs: atMs, series: series.until(atMs), past, calendar };
  const made = forecastTotal(input, calibration, prior);
  if (made !== null) calibration.note({ ...made.experience, total: window.total });
}

function toTotal(
  kind: WindowKind,
  source: SourceId | null,
  { startMs, endMs }: Pick<ForecastWindow, 'startMs' | 'endMs'>,
  asOfMs: number,
  made: FuelgaugeForecast,
  runOut: RunOut | null,
): TotalForecast {
  const [from, to] = made.interval;
  return {
    kind,
    source,
    startMs,
    endMs,
    asOfMs,
    usedTokens: Math.round(made.used),
    tokens: toQuantiles(made.quantiles.map(Math.round) as unknown as Quantiles, 1),
    interval: { from: Math.round(from), to: Math.round(to) },
    nothingMore: made.nothingMore,
    runOut,
  };
}

function toQuantiles([p10, p25, p50, p75, p90]: Quantiles, factor: number): ForecastQuantiles {
  return { p10: p10 * factor, p25: p25 * factor, p50: p50 * factor, p75: p75 * factor, p90: p90 * factor };
}
