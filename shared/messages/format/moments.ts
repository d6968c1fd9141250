import { dayMs } from '../../domain/instant.ts';
import { formatDateTime } from './dates.ts';
import { dateFormat } from './intl-cache.ts';

/** The options of a zone, made once: tables say hundreds of thousands of moments (see `intl-cache.ts`). */
const optionsOf = new Map<string, ReturnType<typeof toOptions>>();

function toOptions(timeZone: string) {
  const time = { hour: 'numeric', minute: '2-digit', timeZone } as const;
  const date = { month: 'short', day: 'numeric', timeZone } as const;
  return {
    dayKey: { calendar: 'iso8601', year: 'numeric', month: '2-digit', day: '2-digit', timeZone },
    time,
    weekdayAndTime: { ...time, weekday: 'short' },
    dateAndTime: { ...date, ...time },
    dateAndYear: { ...date, year: 'numeric' },
  } as const;
}

function findOptions(timeZone: string): ReturnType<typeof toOptions> {
  const held = optionsOf.get(timeZone);
  if (held !== undefined) return held;
  const made = toOptions(timeZone);
  optionsOf.set(timeZone, made);
  return made;
}

/**
 * A moment as it is said at another: its time when it is the same day, with the weekday within six days, else with the
 * date. In another year, the date and the year without the time.
 */
export function formatMoment(atMs: number, nowMs: number, timeZone: string, locale: string): string {
  return (
    formatNear(atMs, nowMs, timeZone, locale) ?? dateFormat(locale, findOptions(timeZone).dateAndYear).format(atMs)
  );
}

/** The same, with the time in another year, too. */
export function formatTimedMoment(atMs: number, nowMs: number, timeZone: string, locale: string): string {
  return formatNear(atMs, nowMs, timeZone, locale) ?? formatDateTime(atMs, timeZone, locale);
}

/** Null for a moment in another year, unless it is less than six days away. */
function formatNear(atMs: number, nowMs: number, timeZone: string, locale: string): string | null {
  const options = findOptions(timeZone);
  const days = dateFormat('en-CA', options.dayKey);
  const [day, today] = [days.format(atMs), days.format(nowMs)];
  if (day === today) return dateFormat(locale, options.time).format(atMs);
  if (Math.abs(atMs - nowMs) < 6 * dayMs) return dateFormat(locale, options.weekdayAndTime).format(atMs);
  const isThisYear = day.slice(0, 4) === today.slice(0, 4);
  return isThisYear ? dateFormat(locale, options.dateAndTime).format(atMs) : null;
}
