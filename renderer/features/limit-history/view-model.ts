import type { BacktestRow } from '../../../shared/domain/backtest.ts';
import type { LimitForecast } from '../../../shared/domain/forecast.ts';
import type { LimitHistory } from '../../../shared/domain/limit-history.ts';
import { toLimitKey } from '../../../shared/domain/limit-id.ts';
import type { SourceId } from '../../../shared/domain/ids.ts';
import { cleanText } from '../../../shared/lib/clean-text.ts';
import type { PlotSeries } from '../../charts/plot.svelte.ts';
import type { Zoom } from '../../charts/zoom.ts';
import { messages } from '../../messages.ts';

const { format, limitHistory: words, limits } = messages;

/** One limit window over time, ready to draw. */
export interface LimitHistoryView {
  readonly id: string;
  readonly source: SourceId;
  readonly name: string;
  readonly owner: string;
  readonly sentence: string;
  readonly xs: readonly number[];
  readonly series: readonly PlotSeries[];
  /** What the colors mean: only what is drawn. */
  readonly legend: readonly { readonly label: string; readonly color: string }[];
  /** The same for all limits. */
  readonly whole: Zoom;
  /** What it was made from. */
  readonly history: LimitHistory;
  /** The forecast of the window that runs now; null where there is none, or the time that is shown has passed. */
  readonly forecast: LimitForecast | null;
}

/** A pause between readings as long as this, or longer than a third of the window, is drawn as a gap. */
const gapSeconds = 6 * 3_600;

/** The shortest span of a chart: a single reading has no length. */
const shortestSeconds = 3_600;

/** How far forecasts are drawn ahead, at least: as far as the next reset of a five-hour window. */
const aheadSeconds = 6 * 3_600;

/** The time that all charts show, in seconds. */
export interface HistorySpan extends Zoom {
  /** Where it stops being the past. */
  readonly pastEnd: number;
  readonly hasNow: boolean;
}

/** The time that was chosen, in milliseconds; null where nothing bounds it. */
interface ChosenTime {
  readonly fromMs: number | null;
  readonly toMs: number | null;
}

/**
 * One axis for all limits, so that they can be compared by eye: the chosen time up to now, and then as far as forecasts reach,
 * but never more of the time to come than of the past.
 */
export function toHistorySpan(
  rows: readonly LimitHistory[],
  forecasts: readonly LimitForecast[],
  { fromMs, toMs }: ChosenTime,
  nowMs: number,
): HistorySpan {
  const hasNow = toMs === null || toMs > nowMs;
  const pastEnd = (hasNow ? nowMs : toMs) / 1_000;
  const firsts = rows.flatMap(({ points }) => points[0]?.atMs ?? []);
  const min = Math.min(fromMs === null ? Math.min(...firsts) / 1_000 : fromMs / 1_000, pastEnd - shortestSeconds);
  const ends = rows.flatMap((row) => findForecast(row, forecasts)?.endMs ?? []).map((endMs) => endMs / 1_000);
  const farthest = pastEnd + Math.max(aheadSeconds, pastEnd - min);
  const max = hasNow ? Math.min(farthest, Math.max(pastEnd, ...ends)) : pastEnd;
  return { min, max, pastEnd, hasNow };
}

function findForecast({ id }: LimitHistory, forecasts: readonly LimitForecast[]): LimitForecast | null {
  return forecasts.find((each) => toLimitKey(each.id) === toLimitKey(id)) ?? null;
}

/** What the views of limits depend on besides the limits. */
export interface HistoryContext {
  readonly span: HistorySpan;
  readonly nowMs: number;
  readonly timeZone: string;
  readonly labelOf: (source: SourceId) => string;
}

/** Prepares the limits over time, with their forecasts. */
export function toLimitHistoryViews(
  rows: readonly LimitHistory[],
  forecasts: readonly LimitForecast[],
  context: HistoryContext,
): readonly LimitHistoryView[] {
  const { span, labelOf } = context;
  return rows.map((row) => {
    const forecast = span.hasNow ? findForecast(row, forecasts) : null;
    return {
      id: toLimitKey(row.id),
      source: row.source,
      name: cleanText(limits.windowName({ windowMinutes: row.windowMinutes, scope: row.id.scope, label: row.label })),
      owner: cleanText([labelOf(row.source), row.id.account].filter(Boolean).join(' · ')),
      sentence: toSentence(row, forecast, context),
      history: row,
      forecast,
      whole: { min: span.min, max: span.max },
      ...toLines(row, forecast, span),
    };
  });
}

function toSentence(row: LimitHistory, forecast: LimitForecast | null, context: HistoryContext): string {
  const { span, nowMs, timeZone } = context;
  const [first, last] = [row.points[0], row.points.at(-1)];
  const longest = toLongestPause(row);
  const parts = [words.ended(row.windows, row.usedUp)];
  if (span.hasNow && last !== undefined && (last.resetsAtMs ?? Infinity) > nowMs)
    parts.push(words.now(last.usedPercent));
  if (forecast !== null) parts.push(words.forecast(forecast.interval.from, forecast.interval.to));
  if (first !== undefined && first.atMs / 1_000 - span.min > longest) {
    parts.push(words.firstReading(format.moment(first.atMs, nowMs, timeZone)));
  }
  if (last !== undefined && span.pastEnd - last.atMs / 1_000 > longest) {
    parts.push(words.lastReading(format.moment(last.atMs, nowMs, timeZone)));
  }
  return parts.join(' ');
}

function toLongestPause({ windowMinutes }: LimitHistory): number {
  return Math.max(gapSeconds, windowMinutes === null ? 0 : windowMinutes * 20);
}

/** Two lines take turns, so that nothing joins the end of one window and the start of the next. */
function toLines(row: LimitHistory, forecast: LimitForecast | null, span: HistorySpan) {
  const { points } = row;
  const longest = toLongestPause(row);
  const xs = points.map(({ atMs }) => atMs / 1_000);
  const turns: [(number | null)[], (number | null)[]] = [[], []];
  let turn = 0;
  points.forEach(({ atMs, usedPercent }, index) => {
    const before = points[index - 1];
    const isGap = before !== undefined && (atMs - before.atMs) / 1_000 > longest;
    if (before !== undefined && (isGap || usedPercent < before.usedPercent)) turn = 1 - turn;
    turns[turn]!.push(usedPercent);
    turns[1 - turn]!.push(null);
  });
  const low: (number | null)[] = xs.map(() => null);
  const high = [...low];
  const from = xs.at(-1);
  const hasForecast = forecast !== null && from !== undefined && forecast.endMs / 1_000 > from;
  if (hasForecast) {
    const end = forecast.endMs / 1_000;
    // Beyond the axis, only the first part of the way there is drawn.
    const shown = Math.min(end, span.max);
    const toShown = (percent: number): number =>
      forecast.usedPercent + ((Math.min(100, percent) - forecast.usedPercent) * (shown - from)) / (end - from);
    low[low.length - 1] = forecast.usedPercent;
    high[high.length - 1] = forecast.usedPercent;
    xs.push(shown);
    for (const line of turns) line.push(null);
    low.push(toShown(forecast.interval.from));
    high.push(toShown(forecast.interval.to));
  }
  const series: PlotSeries[] = [
    { values: high, color: '--series-1', kind: 'line', isDashed: true },
    { values: low, color: '--series-1', kind: 'line', isDashed: true },
    ...turns.map((values) => ({ values, color: '--series-0', kind: 'line' as const })),
  ];
  const legend = [
    { label: words.used, color: '--series-0' },
    ...(hasForecast ? [{ label: words.band, color: '--series-1' }] : []),
  ];
  return { xs, series, legend };
}

/** One line of the forecast's record. */
export interface RecordView {
  readonly id: string;
  readonly quantity: string;
  readonly method: string;
  readonly forecasts: string;
  readonly error: string | null;
  readonly covered: string | null;
  readonly falseAlarms: string | null;
  readonly missed: string | null;
}

/** The record of forecasts on the person's own history: what is not split further. */
export function toRecordViews(rows: readonly BacktestRow[]): readonly RecordView[] {
  const share = (value: number | null): string | null => (value === null ? null : format.percent(value * 100));
  const count = (value: number | null): string | null => (value === null ? null : format.integer(value));
  return rows
    .filter(({ elapsedShare, historyDays }) => elapsedShare === null && historyDays === null)
    .map((row) => ({
      id: `${row.quantity}/${row.method}`,
      quantity: row.quantity,
      method: row.method === 'fuelgauge' ? words.record.own : row.method,
      forecasts: format.integer(row.forecasts),
      error: share(row.medianApe),
      covered: share(row.coverage80),
      falseAlarms: count(row.falseAlarms),
      missed: count(row.missed),
    }));
}
