import { dayMs } from '../../domain/instant.ts';
import { dateFormat } from './intl-cache.ts';

const dayKey = { calendar: 'iso8601', year: 'numeric', month: '2-digit', day: '2-digit' } as const;
const time = { hour: 'numeric', minute: '2-digit' } as const;

/**
 * A moment as it is said at another: its time when it is the same day, with the weekday within six days, else with the
 * date. In another year, the date and the year without the time.
 */
export function formatMoment(atMs: number, nowMs: number, timeZone: string, locale: string): string {
  const days = dateFormat('en-CA', { timeZone, ...dayKey });
  const [day, today] = [days.format(atMs), days.format(nowMs)];
  if (day === today) return dateFormat(locale, { timeZone, ...time }).format(atMs);
  if (Math.abs(atMs - nowMs) < 6 * dayMs)
    return dateFormat(locale, { timeZone, ...time, weekday: 'short' }).format(atMs);
  const date = { timeZone, month: 'short', day: 'numeric' } as const;
  const isThisYear = day.slice(0, 4) === today.slice(0, 4);
  return dateFormat(locale, isThisYear ? { ...date, ...time } : { ...date, year: 'numeric' }).format(atMs);
}
