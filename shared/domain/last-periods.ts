import { addDays, toWeekStart, type CalendarRules, type DayKey } from './calendar-day.ts';
import type { PeriodKind } from './report.ts';

/** The first day of the last `count` days, weeks or months, the last of which contains `until`. */
export function startOfLastPeriods(
  kind: PeriodKind,
  count: number,
  until: DayKey,
  rules: Pick<CalendarRules, 'weekStartsOn'>,
): DayKey {
  switch (kind) {
    case 'day':
      return addDays(until, 1 - count);
    case 'week':
      return addDays(toWeekStart(until, rules), 7 * (1 - count));
    case 'month': {
      const months = Number(until.slice(0, 4)) * 12 + Number(until.slice(5, 7)) - count;
      const year = String(Math.floor(months / 12)).padStart(4, '0');
      return `${year}-${String((months % 12) + 1).padStart(2, '0')}-01`;
    }
  }
}
