import { addDays, toMonth, toWeekStart, weekdays, type DayKey } from '../../../../shared/domain/calendar-day.ts';
import { startOfLastPeriods } from '../../../../shared/domain/last-periods.ts';

/** ccusage's reports by period. */
export const ccusagePeriods = ['daily', 'weekly', 'monthly'] as const;
export type CcusagePeriod = (typeof ccusagePeriods)[number];

/** The days on which a week may begin, by how many days after Monday they are. */
export const weekDays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type WeekDay = (typeof weekDays)[number];

/** The name of a row: a day, the first day of its week, or a month. */
export function toPeriod(period: CcusagePeriod, day: DayKey, weekStart: WeekDay): string {
  switch (period) {
    case 'daily':
      return day;
    case 'weekly':
      return toFirstDay(day, weekStart);
    case 'monthly':
      return toMonth(day);
  }
}

/** The first day of the last `count` periods up to the one that contains `until`. */
export function startOfLast(period: CcusagePeriod, count: number, until: DayKey, weekStart: WeekDay): DayKey {
  if (period === 'weekly') return addDays(toFirstDay(until, weekStart), 7 * (1 - count));
  return startOfLastPeriods(period === 'daily' ? 'day' : 'month', count, until, { weekStartsOn: 1 });
}

function toFirstDay(day: DayKey, weekStart: WeekDay): DayKey {
  const weekStartsOn = weekdays.find((each) => each === (weekDays.indexOf(weekStart) + 1) % 7) ?? 1;
  return toWeekStart(day, { weekStartsOn });
}
