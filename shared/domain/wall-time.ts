import { addDays, createCalendar } from './calendar-day.ts';
import { floorTo, minuteMs, quarterHourMs } from './instant.ts';

/** A wall clock time, on a day of the year or at its next occurrence. */
export interface WallTime {
  /** 0 to 23. */
  readonly hour: number;
  readonly minute: number;
  /** Month 1 to 12; null for the next such time. */
  readonly date: { readonly month: number; readonly day: number } | null;
}

/** A date without a year is at most this far ahead. */
const maxDays = 40;

/**
 * The first instant after `afterMs` at which clocks in the zone show that time, UTC milliseconds. Where the clock is
 * set back and shows it twice, the first; null where it never does within the next days. Throws a RangeError for an
 * unknown zone (check with `isTimeZone`).
 */
export function findNextWallTime({ hour, minute, date }: WallTime, timeZone: string, afterMs: number): number | null {
  const calendar = createCalendar(timeZone);
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const wanted = `${pad(hour)}:${pad(minute)}`;
  const grainMs = minute % 15 === 0 ? quarterHourMs : minuteMs;
  let day = calendar.dayOf(afterMs);
  for (let ahead = 0; ahead <= (date === null ? 2 : maxDays); ahead++, day = addDays(day, 1)) {
    if (date !== null && day.slice(5) !== `${pad(date.month)}-${pad(date.day)}`) continue;
    const startMs = calendar.startOf(day);
    const endMs = calendar.startOf(addDays(day, 1));
    for (let atMs = Math.max(startMs, floorTo(afterMs, grainMs) + grainMs); atMs < endMs; atMs += grainMs) {
      if (clock.format(atMs) === wanted) return atMs;
    }
  }
  return null;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
