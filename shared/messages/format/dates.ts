import type { DayKey, MonthKey } from '../../domain/calendar-day.ts';
import { dateFormat, defaultLocale } from './intl-cache.ts';

/** Time of day in a zone, e.g. `3:05 PM`. */
export function formatClockTime(atMs: number, timeZone: string, locale = defaultLocale): string {
  return dateFormat(locale, { timeZone, hour: 'numeric', minute: '2-digit' }).format(atMs);
}

/** Date and time of day in a zone, e.g. `May 1, 2026, 3:05 PM`. */
export function formatDateTime(atMs: number, timeZone: string, locale = defaultLocale): string {
  return dateFormat(locale, { timeZone, dateStyle: 'medium', timeStyle: 'short' }).format(atMs);
}

/** How far a zone is from UTC at a moment, as the locale writes it, e.g. `GMT-4`. */
export function formatOffset(atMs: number, timeZone: string, locale = defaultLocale): string {
  const parts = dateFormat(locale, { timeZone, timeZoneName: 'shortOffset' }).formatToParts(atMs);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
}

/** A day with its weekday, e.g. `Fri, May 1, 2026`. */
export function formatDay(day: DayKey, locale = defaultLocale): string {
  const parts = { weekday: 'short', year: 'numeric', month: 'short', day: 'numeric' } as const;
  return dateFormat(locale, { ...parts, timeZone: 'UTC' }).format(Date.parse(`${day}T00:00:00Z`));
}

/** A day with its weekday and without its year, e.g. `Fri, May 1`. */
export function formatDayOfYear(day: DayKey, locale = defaultLocale): string {
  const parts = { weekday: 'short', month: 'short', day: 'numeric' } as const;
  return dateFormat(locale, { ...parts, timeZone: 'UTC' }).format(Date.parse(`${day}T00:00:00Z`));
}

/** A month in words, e.g. `May 2026`. */
export function formatMonth(month: MonthKey, locale = defaultLocale): string {
  const parts = { year: 'numeric', month: 'long' } as const;
  return dateFormat(locale, { ...parts, timeZone: 'UTC' }).format(Date.parse(`${month}-01T00:00:00Z`));
}
