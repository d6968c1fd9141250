import { addDays, toWeekStart, type Calendar, type DayKey } from '../domain/calendar-day.ts';
import type { PeriodUsage } from '../domain/report.ts';
import type { UsageCell } from '../domain/usage-cell.ts';
import type { PriceBook } from '../ports/price-book.ts';
import { compareValues } from '../lib/compare.ts';
import { groupBy } from '../lib/group-by.ts';
import { sumTotals } from './totals.ts';

/** First instant (UTC milliseconds) whose cells `summarizePeriods` needs: the beginning of this week's Monday. */
export function periodsStartMs(calendar: Calendar, nowMs: number): number {
  return calendar.startOf(toWeekStart(calendar.dayOf(nowMs)));
}

/** Usage of today, and of this week from Monday to today. Cells outside of them do not matter. */
export function summarizePeriods(
  cells: readonly UsageCell[],
  calendar: Calendar,
  book: PriceBook,
  nowMs: number,
): { readonly today: PeriodUsage; readonly week: PeriodUsage } {
  const today = calendar.dayOf(nowMs);
  const monday = toWeekStart(today);
  return { today: sumSpan(cells, today, today, calendar, book), week: sumSpan(cells, monday, today, calendar, book) };
}

function sumSpan(
  cells: readonly UsageCell[],
  since: DayKey,
  until: DayKey,
  calendar: Calendar,
  book: PriceBook,
): PeriodUsage {
  const fromMs = calendar.startOf(since);
  const toMs = calendar.startOf(addDays(until, 1));
  const within = cells.filter(({ firstAtMs }) => firstAtMs >= fromMs && firstAtMs < toMs);
  const bySource = [...groupBy(within, ({ source }) => source)].sort(([a], [b]) => compareValues(a, b));
  return {
    since,
    until,
    totals: sumTotals(within, book),
    bySource: bySource.map(([source, ofSource]) => ({ source, ...sumTotals(ofSource, book) })),
  };
}
