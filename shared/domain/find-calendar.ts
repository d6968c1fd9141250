import { createCalendar, type Calendar, type CalendarRules } from './calendar-day.ts';

let known: Calendar | null = null;

/** The calendar of a time zone. Calendars take long to build, and every snapshot needs the same one. */
export function findCalendar(timeZone: string, rules: CalendarRules): Calendar {
  const { dayStartHour, weekStartsOn } = rules;
  const isKnown = known?.timeZone === timeZone && known.dayStartHour === dayStartHour;
  if (known === null || !isKnown || known.weekStartsOn !== weekStartsOn) known = createCalendar(timeZone, rules);
  return known;
}
