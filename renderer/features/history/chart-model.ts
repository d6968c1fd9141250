import { addDays, toMonth, toWeekStart, type DayKey } from '../../../shared/domain/calendar-day.ts';
import type { SourceId } from '../../../shared/domain/ids.ts';
import type { Report, ReportRow } from '../../../shared/domain/report.ts';
import { totalTokens } from '../../../shared/domain/token-usage.ts';
import { compareValues } from '../../../shared/lib/compare.ts';
import type { StackedBar, StackedSeries } from '../../charts/stacked-bars.ts';
import { cleanText } from '../../../shared/lib/clean-text.ts';
import { messages } from '../../messages.ts';
import { formatAxisKey, formatDayKey } from './labels.ts';
import { toPathName } from '../../../shared/lib/path-name.ts';
import { toSince, type HistoryChoice, type Measure } from './choice.ts';

/** What a chart over time draws. */
export interface ChartModel {
  readonly bars: readonly StackedBar[];
  readonly series: readonly StackedSeries[];
  /** Number of earlier spans that are left out because the bars would be too thin; the table has them. */
  readonly hiddenBars: number;
}

const { common, history } = messages;
const words = history.chart;

/** Number of series with their own color; the others are drawn as one. */
const namedSeries = 6;
const maxBars = 400;

/** Value of a row in tokens or micro-dollars; an unknown cost counts as 0, which a note beside the chart says. */
export function toValue(row: Pick<ReportRow, 'usage' | 'costMicroUsd'>, measure: Measure): number {
  return measure === 'tokens' ? totalTokens(row.usage) : (row.costMicroUsd ?? 0);
}

/** Builds the chart: every span of the range in order, including those without usage. */
export function toChartModel(
  report: Report,
  choice: HistoryChoice,
  today: DayKey,
  labelOf: (source: SourceId) => string,
): ChartModel {
  const totals = new Map<string | null, number>();
  for (const row of report.rows) {
    const id = toSeriesId(row, choice);
    totals.set(id, (totals.get(id) ?? 0) + toValue(row, choice.measure));
  }
  const ranked = [...totals]
    .filter(([, total]) => total > 0)
    .sort((a, b) => b[1] - a[1] || compareValues(a[0] ?? '', b[0] ?? ''))
    .map(([id]) => id);
  const named = ranked.slice(0, namedSeries);
  const series: StackedSeries[] = named.map((id, index) => ({
    id: JSON.stringify(id),
    label: toSeriesLabel(id, choice, labelOf),
    title: id === null ? common.noProjectReason : cleanText(id),
    color: index,
    total: totals.get(id) ?? 0,
  }));
  const rest = ranked.slice(namedSeries);
  if (rest.length > 0) {
    const total = rest.reduce((sum, id) => sum + (totals.get(id) ?? 0), 0);
    series.push({
      id: 'rest',
      label: words.others(rest.length),
      title: common.someOf(rest.map((id) => toSeriesLabel(id, choice, labelOf))),
      color: namedSeries,
      total,
    });
  }

  const indexOf = new Map(named.map((id, index) => [id, index]));
  const values = new Map<string | null, number[]>();
  for (const row of report.rows) {
    const index = indexOf.get(toSeriesId(row, choice)) ?? named.length;
    const value = toValue(row, choice.measure);
    if (value === 0) continue;
    const held = values.get(row.key) ?? series.map(() => 0);
    held[index] = (held[index] ?? 0) + value;
    values.set(row.key, held);
  }
  const keys = listKeys(report, choice, today);
  const shown = keys.slice(-maxBars);
  return {
    series,
    hiddenBars: keys.length - shown.length,
    bars: shown.map((key) => ({
      key,
      label: formatAxisKey(key, today),
      title: choice.by === 'week' ? words.weekOf(formatDayKey(key)) : formatDayKey(key),
      values: values.get(key) ?? series.map(() => 0),
    })),
  };
}

/** All keys from the start of the range (or the first row) to today. */
export function listKeys(report: Report, choice: HistoryChoice, today: DayKey): readonly string[] {
  const toKey = (day: DayKey): string =>
    choice.by === 'month' ? toMonth(day) : choice.by === 'week' ? toWeekStart(day) : day;
  const first = toSince(choice, today) ?? report.rows[0]?.key ?? toKey(today);
  const keys: string[] = [];
  for (let day = first.length === 7 ? `${first}-01` : first; day <= today; day = addDays(day, 1)) {
    const key = toKey(day);
    if (keys.at(-1) !== key) keys.push(key);
  }
  return keys;
}

function toSeriesId(row: ReportRow, choice: HistoryChoice): string | null {
  return choice.split === 'source' ? row.source : row.split;
}

function toSeriesLabel(id: string | null, choice: HistoryChoice, labelOf: (source: SourceId) => string): string {
  if (id === null) return common.noProject;
  if (choice.split === 'source') return labelOf(id);
  return choice.split === 'project' ? toPathName(id) : cleanText(id);
}
