import type { Flavor } from '../lib/flavor.ts';
import { createHourOf } from './clock-hour.ts';
import { dayMs, floorTo, hourMs, quarterHourMs } from './instant.ts';

/** A day such as `2026-05-01`, in some time zone. */
export type DayKey = Flavor<string, 'DayKey'>;
/** A calendar month such as `2026-05`. */
export type MonthKey = Flavor<string, 'MonthKey'>;

/** A day of the week; 0 is Sunday. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;
export const weekdays = [0, 1, 2, 3, 4, 5, 6] as const satisfies readonly Weekday[];

/** When days and weeks begin. */
export interface CalendarRules {
  /** The hour of the clock at which a day begins, 0 to 23. What comes before it belongs to the day before. */
  readonly dayStartHour: number;
  /** The day with which a week begins, and which names it in reports. */
  readonly weekStartsOn: Weekday;
}

/** Days from midnight to midnight, weeks from Monday (ISO 8601). */
export const civilRules: CalendarRules = { dayStartHour: 0, weekStartsOn: 1 };

/** Days of one IANA time zone. Days last 23 or 25 hours where the clock changes. */
export interface Calendar extends CalendarRules {
  readonly timeZone: string;
  /** Differs between calendars with different days or weeks. */
  readonly id: string;
  /** The day that contains an instant. */
  dayOf(atMs: number): DayKey;
  /** First millisecond of a day. */
  startOf(day: DayKey): number;
}

/** Whether this system knows a time zone of this name. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** Builds the calendar of a time zone; throws a RangeError for an unknown one (check with `isTimeZone`). */
export function createCalendar(timeZone: string, rules: CalendarRules = civilRules): Calendar {
  const { dayStartHour, weekStartsOn } = rules;
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    calendar: 'iso8601',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  // Every zone's offset changes at multiples of 15 minutes only, so a quarter of an hour never spans two days.
  const known = new Map<number, DayKey>();
  const toDay = createDayOf((quarter) => format.format(quarter), timeZone, dayStartHour);
  const dayOf = (atMs: number): DayKey => {
    const quarter = floorTo(atMs, quarterHourMs);
    let day = known.get(quarter);
    if (day === undefined) {
      day = toDay(quarter);
      known.set(quarter, day);
    }
    return day;
  };
  /** Offset from UTC midnight to the start of the last requested day; usually the same for the next one. */
  let offsetMs = 0;
  return {
    timeZone,
    dayStartHour,
    weekStartsOn,
    id: `${timeZone} ${dayStartHour} ${weekStartsOn}`,
    dayOf,
    startOf(day) {
      const guessMs = toUtcMs(day) + offsetMs;
      if (dayOf(guessMs) === day && dayOf(guessMs - quarterHourMs) < day) return guessMs;
      // Zones are at most 14 hours ahead of UTC and 12 behind, so the search starts 14 hours early.
      let atMs = toUtcMs(day) - 14 * hourMs;
      while (dayOf(atMs) < day) atMs += quarterHourMs;
      offsetMs = atMs - toUtcMs(day);
      return atMs;
    },
  };
}

/** The day of a quarter-hour, derived from its date: before the hour at which days begin, it is the day before. */
function createDayOf(
  dateOf: (quarter: number) => DayKey,
  timeZone: string,
  startHour: number,
): (quarter: number) => DayKey {
  if (startHour === 0) return dateOf;
  const hourOf = createHourOf(timeZone);
  const toDay = (quarter: number): DayKey => addDays(dateOf(quarter), hourOf(quarter) < startHour ? -1 : 0);
  return (quarter) => {
    const day = toDay(quarter);
    if (hourOf(quarter) !== startHour - 1) return day;
    // Where the clock goes back by two hours, it shows the hour before the start again: the day that has begun
    // continues.
    const before = toDay(quarter - hourMs);
    return before > day ? before : day;
  };
}

/** The day `days` days later (or earlier, when negative). */
export function addDays(day: DayKey, days: number): DayKey {
  return toDayKey(toUtcMs(day) + days * dayMs);
}

/** How many days a range has, both ends included. */
export function countDays(since: DayKey, until: DayKey): number {
  return Math.round((toUtcMs(until) - toUtcMs(since)) / dayMs) + 1;
}

/** The first day of the day's week, which names the week in reports. */
export function toWeekStart(day: DayKey, { weekStartsOn }: Pick<CalendarRules, 'weekStartsOn'>): DayKey {
  const sinceStart = (new Date(toUtcMs(day)).getUTCDay() - weekStartsOn + 7) % 7;
  return addDays(day, -sinceStart);
}

/** The month of a day. */
export function toMonth(day: DayKey): MonthKey {
  return day.slice(0, 7);
}

/** The key of the day, week or month that contains a day. */
export function toPeriodKey(
  by: 'day' | 'week' | 'month',
  day: DayKey,
  rules: Pick<CalendarRules, 'weekStartsOn'>,
): DayKey | MonthKey {
  if (by === 'day') return day;
  return by === 'week' ? toWeekStart(day, rules) : toMonth(day);
}

/** Parses `2026-05-01` or `20260501`; null when it is not a calendar day. */
export function parseDay(text: string): DayKey | null {
  const match = /^(\d{4})-?(\d{2})-?(\d{2})$/.exec(text);
  if (match === null) return null;
  const day = `${match[1]}-${match[2]}-${match[3]}`;
  const atMs = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(atMs) || toDayKey(atMs) !== day ? null : day;
}

/** The instant at which a day begins in UTC, in milliseconds. */
export function toUtcMs(day: DayKey): number {
  return Date.parse(`${day}T00:00:00Z`);
}

function toDayKey(atMs: number): DayKey {
  return new Date(atMs).toISOString().slice(0, 10);
}
