import { addDays, countDays, type CalendarRules, type DayKey } from '../../../shared/domain/calendar-day.ts';
import type { Currency } from '../../../shared/domain/money.ts';
import type { Overview, WorkHours } from '../../../shared/domain/overview.ts';
import type { ReportRow, UsageTotals } from '../../../shared/domain/report.ts';
import { promptTokens, totalTokens } from '../../../shared/domain/token-usage.ts';
import { createHeatLevels } from '../../charts/heat-levels.ts';
import { toBarTotal } from '../../charts/stacked-bars.ts';
import { dateFormat } from '../../../shared/messages/format/intl-cache.ts';
import { messages } from '../../messages.ts';
import { addSign } from '../../state/add-sign.ts';
import { formatDayKey } from '../../state/day-labels.ts';
import { toValue, type ChartModel } from './chart-model.ts';
import type { ChartChoice, Measure } from './choice.ts';

const { common, format, history, overview: words } = messages;

/** One figure of the overview. */
export interface FigureView {
  readonly id: string;
  readonly label: string;
  /** Null where unknown. */
  readonly value: string | null;
  readonly title: string | undefined;
  /** The line below. */
  readonly note: string;
  /** Whether it grew or shrank compared with the range before. */
  readonly trend: 'up' | 'down' | null;
}

/** Formats tokens or money. */
export function formatMeasure(value: number, measure: Measure, currency: Currency): string {
  return measure === 'tokens' ? history.chart.tokens(value) : format.money(value, currency);
}

/** The five figures. */
export function toFigures(overview: Overview, currency: Currency): readonly FigureView[] {
  const { figures } = overview;
  const { totals, sessions, projects, cacheSavedMicroUsd, limitStops } = figures;
  const tokens = totalTokens(totals.usage);
  const prompt = promptTokens(totals.usage);
  const money = (amount: number): string => format.money(amount, currency);
  return [
    {
      id: 'tokens',
      label: words.figures.tokens,
      value: format.compact(tokens),
      title: common.tokens(tokens),
      ...toChange(overview, ({ usage }) => totalTokens(usage)),
    },
    {
      id: 'cost',
      label: words.figures.cost,
      value: format.cost(totals, currency),
      title: common.sentences([
        totals.costMicroUsd === null ? common.noCostKnown : words.figures.notABill,
        ...toPriceNotes(totals),
      ]),
      ...toChange(overview, ({ costMicroUsd }) => costMicroUsd),
    },
    {
      id: 'cache',
      label: words.figures.cache,
      value: prompt === 0 ? null : format.percent((100 * totals.usage.cacheReadTokens) / prompt),
      title: words.figures.savedTitle,
      note:
        cacheSavedMicroUsd === null
          ? common.noCostKnown
          : cacheSavedMicroUsd < 0
            ? words.figures.costMore(money(-cacheSavedMicroUsd))
            : words.figures.saved(money(cacheSavedMicroUsd)),
      trend: null,
    },
    {
      id: 'sessions',
      label: words.figures.sessions,
      value: format.integer(sessions),
      title: undefined,
      note: words.figures.projects(projects),
      trend: null,
    },
    {
      id: 'stops',
      label: words.figures.stops,
      value: limitStops === null ? null : words.figures.times(limitStops),
      title: words.figures.stopsTitle,
      note: limitStops === null ? words.figures.noReadings : words.figures.stopsNote,
      trend: null,
    },
  ];
}

function toChange(
  { timeZone, since, until, figures: now, before, beforeUntilMs }: Overview,
  valueOf: (totals: UsageTotals) => number | null,
): Pick<FigureView, 'note' | 'trend'> {
  if (before === null || since === null || until === null) return { note: words.figures.noBefore, trend: null };
  const [value, old] = [valueOf(now.totals), valueOf(before.totals)];
  const days = countDays(since, until);
  // The day goes without saying, and there is little room. Of more than a week, part of a day is not worth the words.
  const moment = beforeUntilMs === null || days > 7 ? null : format.clockTime(beforeUntilMs, timeZone);
  if (old === null || old === 0 || value === null) {
    return { note: moment === null ? words.figures.isNew : words.figures.isNewUpTo(moment), trend: null };
  }
  const percent = ((value - old) / old) * 100;
  const rounded = format.percent(Math.abs(percent));
  const trend = percent > 0.5 ? 'up' : percent < -0.5 ? 'down' : null;
  const sign = trend === 'down' ? '−' : trend === 'up' ? '+' : '±';
  const [change, range] = [addSign(sign, rounded), messages.ranges.days(days)];
  const note = moment === null ? words.figures.change(change, range) : words.figures.changeUpTo(change, range, moment);
  return { note, trend };
}

/** What limits the accuracy of the sums. */
export function toNotes({ unpricedModels, unfinishedEvents }: UsageTotals): readonly string[] {
  return [...toPriceNotes({ unpricedModels }), ...(unfinishedEvents > 0 ? [history.unfinished(unfinishedEvents)] : [])];
}

function toPriceNotes({ unpricedModels }: Pick<UsageTotals, 'unpricedModels'>): readonly string[] {
  return unpricedModels.length === 0 ? [] : [history.noCostFor(common.someOf(unpricedModels))];
}

/** The chart in a sentence or two. */
export function toChartSummary(chart: ChartModel, { measure }: ChartChoice, currency: Currency): string {
  const { summary } = history.chart;
  const totals = chart.bars.map(toBarTotal);
  const sum = totals.reduce((a, b) => a + b, 0);
  const hidden = chart.hiddenBars > 0 ? [summary.hidden] : [];
  if (sum === 0) return [summary.nothing[measure], ...hidden].join(' ');
  const peak = chart.bars[totals.indexOf(Math.max(...totals))];
  const parts = [formatMeasure(sum, measure, currency)];
  if (peak !== undefined) parts.push(summary.peak(peak.title, formatMeasure(toBarTotal(peak), measure, currency)));
  const lead = [...chart.series].sort((a, b) => b.total - a.total)[0];
  if (lead !== undefined && chart.series.length > 1) parts.push(summary.lead(lead.label, (100 * lead.total) / sum));
  return [summary.join(parts), ...hidden].join(' ');
}

/** A cell of a heatmap. */
export interface HeatCell {
  readonly column: number;
  readonly row: number;
  readonly level: number | null;
  readonly title: string;
}

/** The last 365 days as a heatmap: a column for each week, a row for each weekday. `start` is the first day of the first column. */
export function toCalendarView(
  rows: readonly ReportRow[],
  start: DayKey,
  today: DayKey,
  measure: Measure,
  currency: Currency,
) {
  const sums = new Map<string, number>();
  for (const row of rows) sums.set(row.key ?? '', (sums.get(row.key ?? '') ?? 0) + toValue(row, measure));
  // A day on which only models without a known price were used has usage, but no value.
  const daysWithUsage = new Set(rows.filter(({ events }) => events > 0).map(({ key }) => key ?? ''));
  const levelOf = createHeatLevels([...sums.values()]);
  const yearAgo = addDays(today, -364);
  const first = start < yearAgo ? yearAgo : start;
  const days = countDays(start, today);
  const cells: HeatCell[] = [];
  const months: { at: number; text: string }[] = [];
  for (let index = 0; index < days; index += 1) {
    const day = addDays(start, index);
    if (day < first) continue;
    const value = sums.get(day) ?? 0;
    const column = Math.floor(index / 7);
    const title = words.calendar.cell(
      formatDayKey(day),
      value === 0
        ? history.chart.emptyBar[daysWithUsage.has(day) ? measure : 'tokens']
        : formatMeasure(value, measure, currency),
    );
    cells.push({ column, row: index % 7, level: levelOf(value), title });
    const isNewMonth = day.endsWith('-01') && (months.at(-1)?.at ?? -9) < column - 2;
    if (isNewMonth) months.push({ at: column, text: format.axisMonth(day.slice(0, 7)).replace(/\s*\d{4}\s*/, '') });
  }
  const best = [...sums].filter(([day]) => day >= first).sort((a, b) => b[1] - a[1])[0];
  const used = [...daysWithUsage].filter((day) => day >= first).length;
  const label =
    best === undefined || best[1] === 0
      ? used === 0
        ? words.calendar.empty
        : history.chart.summary.nothing[measure]
      : words.calendar.label(
          used,
          countDays(first, today),
          formatDayKey(best[0]),
          formatMeasure(best[1], measure, currency),
        );
  return { cells, columns: Math.ceil(days / 7), months, label };
}

/**
 * The hours of a week as a heatmap: a column an hour, a row a day. The first row is the first day of the week, the first
 * column the first hour of a day.
 */
export function toWeekView(
  { hours }: Pick<WorkHours, 'hours'>,
  rules: CalendarRules,
  measure: Measure,
  currency: Currency,
) {
  const valueOf = (hour: WorkHours['hours'][number]): number =>
    measure === 'tokens' ? hour.tokens : (hour.costMicroUsd ?? 0);
  const levelOf = createHeatLevels(hours.map(valueOf));
  const byPlace = new Map(hours.map((hour) => [hour.weekday * 24 + hour.hour, valueOf(hour)]));
  const cells = Array.from({ length: 7 * 24 }, (_, place): HeatCell => {
    const [day, clock] = [toWeekdayOfRow(Math.floor(place / 24), rules), (place + rules.dayStartHour) % 24];
    const value = byPlace.get(day * 24 + clock) ?? 0;
    const [weekday, hour] = [toWeekdayName(day, 'long'), toHourName(clock)];
    const text = value === 0 ? history.chart.emptyBar[measure] : formatMeasure(value, measure, currency);
    return {
      column: place % 24,
      row: Math.floor(place / 24),
      level: levelOf(value),
      title: words.week.cell(weekday, hour, text),
    };
  });
  const sum = hours.reduce((total, hour) => total + hour.tokens, 0);
  const best = [...hours].sort((a, b) => b.tokens - a.tokens)[0];
  const label =
    best === undefined || sum === 0
      ? words.week.empty
      : words.week.label(toWeekdayName(best.weekday, 'long'), toHourName(best.hour), (100 * best.tokens) / sum);
  return { cells, label };
}

/** The names beside every other row of a week. */
export function toWeekdayLabels(rules: CalendarRules): readonly { readonly at: number; readonly text: string }[] {
  return [0, 2, 4, 6].map((at) => ({ at, text: toWeekdayName(toWeekdayOfRow(at, rules), 'short') }));
}

/** The weekday of a row, 0 is Monday. */
function toWeekdayOfRow(row: number, { weekStartsOn }: CalendarRules): number {
  return (row + weekStartsOn + 6) % 7;
}

// Cached by identity: the week heatmap names 168 hours, and building a format takes far longer than using it.
const weekdayFormats = {
  short: { weekday: 'short', timeZone: 'UTC' },
  long: { weekday: 'long', timeZone: 'UTC' },
} as const;
const hourFormat = { hour: 'numeric', timeZone: 'UTC' } as const;

/** The name of a weekday, 0 is Monday. */
function toWeekdayName(weekday: number, length: 'short' | 'long'): string {
  return dateFormat(format.locale, weekdayFormats[length]).format(Date.UTC(2024, 0, 1 + weekday));
}

/** An hour of the clock, such as `3 PM`. */
export function toHourName(hour: number): string {
  return dateFormat(format.locale, hourFormat).format(Date.UTC(2024, 0, 1, hour));
}
