import { addDays, toWeekStart, type Calendar, type DayKey } from '../domain/calendar-day.ts';
import type { SourceId } from '../domain/ids.ts';
import type { PeriodUsage } from '../domain/report.ts';
import { createUsageSum } from './usage-sum.ts';
import type { UsageTimeline } from './usage-timeline.ts';

/** Usage of today, and of this week from its first day to today. Ignores anything else in the timelines. */
export function summarizePeriods(
  timelines: readonly (readonly [SourceId, UsageTimeline])[],
  calendar: Calendar,
  nowMs: number,
): { readonly today: PeriodUsage; readonly week: PeriodUsage } {
  const today = calendar.dayOf(nowMs);
  const weekStart = toWeekStart(today, calendar);
  return { today: sumSpan(timelines, today, today, calendar), week: sumSpan(timelines, weekStart, today, calendar) };
}

function sumSpan(
  timelines: readonly (readonly [SourceId, UsageTimeline])[],
  since: DayKey,
  until: DayKey,
  calendar: Calendar,
): PeriodUsage {
  const fromMs = calendar.startOf(since);
  const toMs = calendar.startOf(addDays(until, 1));
  const sums = timelines
    .map(([source, timeline]) => ({ source, sum: timeline.sumBetween(fromMs, toMs) }))
    .filter(({ sum }) => sum.span() !== null);
  const total = createUsageSum();
  for (const { sum } of sums) total.join(sum);
  const bySource = sums.map(({ source, sum }) => ({ source, ...sum.totals() }));
  return { since, until, totals: total.totals(), bySource };
}
