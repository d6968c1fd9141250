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
  readonly whole: Zoom;
  /** What it was made from. */
  readonly history: LimitHistory;
}

/** A pause between readings as long as this, or longer than a third of the window, is drawn as a gap. */
const gapSeconds = 6 * 3_600;

/** The shortest span of a chart: a single reading has no length. */
const shortestSeconds = 3_600;

/** Prepares the limits over time, with their forecasts. */
export function toLimitHistoryViews(
  rows: readonly LimitHistory[],
  forecasts: readonly LimitForecast[],
  nowMs: number,
  labelOf: (source: SourceId) => string,
): readonly LimitHistoryView[] {
  return rows.map((row) => {
    const forecast = forecasts.find(({ id }) => toLimitKey(id) === toLimitKey(row.id)) ?? null;
    const last = row.points.at(-1);
    const parts = [words.ended(row.windows, row.usedUp)];
    if (last !== undefined && (last.resetsAtMs ?? Infinity) > nowMs) parts.push(words.now(last.usedPercent));
    if (forecast !== null) parts.push(words.forecast(forecast.interval.from, forecast.interval.to));
    return {
      id: toLimitKey(row.id),
      source: row.source,
      name: cleanText(limits.windowName({ windowMinutes: row.windowMinutes, scope: row.id.scope, label: row.label })),
      owner: cleanText([labelOf(row.source), row.id.account].filter(Boolean).join(' · ')),
      sentence: parts.join(' '),
      history: row,
      ...toLines(row, forecast),
    };
  });
}

/** Two lines take turns, so that nothing joins the end of one window and the start of the next. */
function toLines({ points, windowMinutes }: LimitHistory, forecast: LimitForecast | null) {
  const longest = Math.max(gapSeconds, windowMinutes === null ? 0 : windowMinutes * 20);
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
    low[low.length - 1] = forecast.usedPercent;
    high[high.length - 1] = forecast.usedPercent;
    xs.push(forecast.endMs / 1_000);
    for (const line of turns) line.push(null);
    low.push(Math.min(100, forecast.interval.from));
    high.push(Math.min(100, forecast.interval.to));
  }
  const series: PlotSeries[] = [
    { values: high, color: '--series-1', kind: 'line', isDashed: true },
    { values: low, color: '--series-1', kind: 'line', isDashed: true },
    ...turns.map((values) => ({ values, color: '--series-0', kind: 'line' as const })),
  ];
  const max = xs.at(-1) ?? 0;
  const min = Math.min(xs[0] ?? 0, max - shortestSeconds);
  const legend = [
    { label: words.used, color: '--series-0' },
    ...(hasForecast ? [{ label: words.band, color: '--series-1' }] : []),
  ];
  return { xs, series, legend, whole: { min, max } };
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
