import { dayMs } from '../../shared/domain/instant.ts';
import { formatClockTime } from '../../shared/format/dates.ts';
import { dateFormat, defaultLocale } from '../../shared/format/intl-cache.ts';

/** A moment near now in a zone: its hour when it is today, with the weekday within six days, else with the date. */
export function formatMoment(atMs: number, nowMs: number, timeZone: string, locale = defaultLocale): string {
  const day = dateFormat(locale, { timeZone, dateStyle: 'short' });
  if (day.format(atMs) === day.format(nowMs)) return formatClockTime(atMs, timeZone, locale);
  const time = { timeZone, hour: 'numeric', minute: '2-digit' } as const;
  return Math.abs(atMs - nowMs) < 6 * dayMs
    ? dateFormat(locale, { ...time, weekday: 'short' }).format(atMs)
    : dateFormat(locale, { ...time, month: 'short', day: 'numeric' }).format(atMs);
}
