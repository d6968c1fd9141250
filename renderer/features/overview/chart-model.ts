import {
  addDays,
  countDays,
  toMonth,
  toWeekStart,
  type Calendar,
  type DayKey,
} from '../../../shared/domain/calendar-day.ts';
import { createHourStart } from '../../../shared/domain/clock-hour.ts';
import { hourMs } from '../../../shared/domain/instant.ts';
import type { SourceId } from '../../../shared/domain/ids.ts';
import type { HourUsage } from '../../../shared/domain/overview.ts';
import type { ReportRow, UsageTotals } from '../../../shared/domain/report.ts';
import { cacheCreationTokens, totalTokens } from '../../../shared/domain/token-usage.ts';
import { cleanText } from '../../../shared/lib/clean-text.ts';
import { compareValues } from '../../../shared/lib/compare.ts';
import { createPathNames } from '../../../shared/lib/path-name.ts';
import type { StackedBar, StackedSeries } from '../../charts/stacked-bars.ts';
import { messages } from '../../messages.ts';
import type { Bounds } from '../../state/range.ts';
import { formatAxisKey, formatDayKey } from '../../state/day-labels.ts';
import { toChartStart, type ChartChoice, type Measure, type Step } from './choice.ts';

/** One span of one source, whatever the step. */
export interface ChartRow extends UsageTotals {
  /** A day, week or month, or the start of an hour in milliseconds. */
  readonly key: string;
  readonly source: SourceId;
  readonly split: string | null;
}

/** What a chart over time draws. */
export interface ChartModel {
  readonly bars: readonly StackedBar[];
  readonly series: readonly StackedSeries[];
  /** Number of earlier spans that are left out because the bars would be too thin. */
  readonly hiddenBars: number;
}

/** What labels depend on. */
export interface ChartContext {
  readonly today: DayKey;
  readonly nowMs: number;
  readonly calendar: Calendar;
  readonly labelOf: (source: SourceId) => string;
}

const { common, format, history, overview } = messages;
/** Number of series with their own color; the others are drawn as one. */
const namedSeries = 6;
const maxBars = 800;
const classes = ['read', 'write', 'input', 'output'] as const;

/** The rows of a report as those of a chart. */
export function toChartRows(rows: readonly ReportRow[]): readonly ChartRow[] {
  return rows.map((row) => ({ ...row, key: row.key ?? '' }));
}

/** Hours as rows of a chart. */
export function toHourRows(rows: readonly HourUsage[]): readonly ChartRow[] {
  return rows.map((row) => ({ ...row, key: String(row.startMs), split: null }));
}

/** Tokens or micro-dollars; an unknown cost counts as 0, as a note beside the chart says. */
export function toValue(totals: Pick<UsageTotals, 'usage' | 'costMicroUsd'>, measure: Measure): number {
  return measure === 'tokens' ? totalTokens(totals.usage) : (totals.costMicroUsd ?? 0);
}

/** Builds the chart: every span of the range in order, including those without usage. */
export function toChartModel(
  rows: readonly ChartRow[],
  choice: ChartChoice,
  bounds: Bounds,
  context: ChartContext,
): ChartModel {
  const parts = rows.flatMap((row) => toParts(row, choice));
  const totals = new Map<string | null, number>();
  for (const { id, value } of parts) totals.set(id, (totals.get(id) ?? 0) + value);
  const used = [...totals].filter(([, total]) => total > 0);
  const ranked =
    choice.split === 'class'
      ? classes.filter((name) => (totals.get(name) ?? 0) > 0)
      : used.sort((a, b) => b[1] - a[1] || compareValues(a[0] ?? '', b[0] ?? '')).map(([id]) => id);
  const named = ranked.slice(0, namedSeries);
  const series = toSeries(ranked, totals, choice, context);
  const indexOf = new Map<string | null, number>(named.map((id, index) => [id, index]));
  const values = new Map<string, number[]>();
  for (const { key, id, value } of parts) {
    if (value === 0) continue;
    const held = values.get(key) ?? series.map(() => 0);
    const index = indexOf.get(id) ?? named.length;
    held[index] = (held[index] ?? 0) + value;
    values.set(key, held);
  }
  const { keys, hidden } = listSpans(rows, choice.step, bounds, context);
  const labels = toLabels(keys, choice.step, context);
  return {
    series,
    hiddenBars: hidden,
    bars: keys.map((key, index) => ({
      key,
      ...labels[index]!,
      values: values.get(key) ?? series.map(() => 0),
    })),
  };
}

function toParts(row: ChartRow, { split, measure }: ChartChoice) {
  const { key } = row;
  if (split !== 'class') {
    return [{ key, id: split === 'source' ? row.source : row.split, value: toValue(row, measure) }];
  }
  const { usage } = row;
  return [
    { key, id: 'output', value: usage.outputTokens },
    { key, id: 'input', value: usage.inputTokens },
    { key, id: 'write', value: cacheCreationTokens(usage) },
    { key, id: 'read', value: usage.cacheReadTokens },
  ];
}

function toSeries(
  ranked: readonly (string | null)[],
  totals: ReadonlyMap<string | null, number>,
  choice: ChartChoice,
  context: ChartContext,
): readonly StackedSeries[] {
  const folderName = createPathNames(choice.split === 'project' ? ranked : []);
  const labelSeries = (id: string | null): string => toSeriesLabel(id, choice, context, folderName);
  const series: StackedSeries[] = ranked.slice(0, namedSeries).map((id, index) => ({
    id: JSON.stringify(id),
    label: labelSeries(id),
    title: id === null ? common.noProjectReason : cleanText(id),
    color: index,
    total: totals.get(id) ?? 0,
  }));
  const rest = ranked.slice(namedSeries);
  if (rest.length > 0) {
    series.push({
      id: 'rest',
      label: history.chart.others(rest.length),
      title: common.someOf(rest.map(labelSeries)),
      color: namedSeries,
      total: rest.reduce((sum, id) => sum + (totals.get(id) ?? 0), 0),
    });
  }
  return series;
}

function toSeriesLabel(
  id: string | null,
  { split }: ChartChoice,
  { labelOf }: ChartContext,
  folderName: (folder: string) => string,
): string {
  if (split === 'class') return overview.classes[id as (typeof classes)[number]];
  if (id === null) return common.noProject;
  if (split === 'source') return labelOf(id);
  return split === 'project' ? folderName(id) : cleanText(id);
}

/** The latest spans from the start of the range, or the first usage, to its end; and how many earlier ones there are. */
interface Spans {
  readonly keys: readonly string[];
  readonly hidden: number;
}

function listSpans(rows: readonly ChartRow[], step: Step, bounds: Bounds, context: ChartContext): Spans {
  const { today, nowMs, calendar } = context;
  const until = bounds.until === null || bounds.until > today ? today : bounds.until;
  if (step === 'hour') {
    const first = rows[0] === undefined ? null : Number(rows[0].key);
    return listHours(bounds.since, until, first, calendar, nowMs);
  }
  const toKey = (day: DayKey): string =>
    step === 'month' ? toMonth(day) : step === 'week' ? toWeekStart(day, calendar) : day;
  const firstKey = toChartStart(bounds.since, step, calendar) ?? rows[0]?.key ?? toKey(until);
  const first = firstKey.length === 7 ? `${firstKey}-01` : firstKey;
  const keys: string[] = [];
  // From the end: a range can begin in the year 1.
  let day = until;
  for (; day >= first && keys.length < maxBars; day = addDays(toSpanStart(day, step, calendar), -1))
    keys.push(toKey(day));
  return { keys: keys.reverse(), hidden: day < first ? 0 : countSpans(first, day, step) };
}

function toSpanStart(day: DayKey, step: Step, calendar: Calendar): DayKey {
  return step === 'month' ? `${toMonth(day)}-01` : step === 'week' ? toWeekStart(day, calendar) : day;
}

/** The number of spans from the start of one to the end of another. */
function countSpans(first: DayKey, last: DayKey, step: Step): number {
  if (step !== 'month') return countDays(first, last) / (step === 'week' ? 7 : 1);
  const [from, to] = [first, last].map((day) => 12 * Number(day.slice(0, 4)) + Number(day.slice(5, 7))) as [
    number,
    number,
  ];
  return to - from + 1;
}

function listHours(
  since: DayKey | null,
  until: DayKey,
  firstMs: number | null,
  calendar: Calendar,
  nowMs: number,
): Spans {
  const startOf = createHourStart(calendar.timeZone);
  const fromMs = since === null ? (firstMs ?? calendar.startOf(until)) : calendar.startOf(since);
  const lastMs = Math.min(calendar.startOf(addDays(until, 1)) - 1, nowMs);
  const keys: string[] = [];
  // From the end: a range can begin in the year 1. Where the clock changes, an hour may be shorter than another.
  let startMs = startOf(lastMs);
  for (; startMs >= fromMs && keys.length < maxBars; startMs = startOf(startMs - 1)) keys.push(String(startMs));
  return { keys: keys.reverse(), hidden: Math.max(0, Math.round((startMs + hourMs - fromMs) / hourMs)) };
}

type Labels = Pick<StackedBar, 'label' | 'title'>;

function toLabels(keys: readonly string[], step: Step, { today, calendar }: ChartContext): readonly Labels[] {
  if (step === 'hour') return toHourLabels(keys.map(Number), calendar.timeZone);
  return keys.map((key) => {
    const title = step === 'week' ? history.chart.weekOf(formatDayKey(key)) : formatDayKey(key);
    return { label: formatAxisKey(key, today), title };
  });
}

/** Hours that the clock shows twice are told apart by the zone's offset. */
function toHourLabels(hoursMs: readonly number[], timeZone: string): readonly Labels[] {
  const titles = hoursMs.map((atMs) => format.dateTime(atMs, timeZone));
  const [seen, twice] = [new Set<string>(), new Set<string>()];
  for (const title of titles) (seen.has(title) ? twice : seen).add(title);
  return hoursMs.map((atMs, index) => {
    const [label, title] = [format.clockTime(atMs, timeZone), titles[index] ?? ''];
    if (!twice.has(title)) return { label, title };
    const offset = format.offset(atMs, timeZone);
    return { label: `${label} ${offset}`, title: `${title} ${offset}` };
  });
}
