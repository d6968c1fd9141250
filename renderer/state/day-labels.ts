import type { DayKey } from '../../shared/domain/calendar-day.ts';
import { messages } from '../messages.ts';

const { format } = messages;

/**
 * A day, week or month key in words: `Thu, May 14, 2026`, `May 2026`. With `today`, days of the same year are shown
 * without it.
 */
export function formatDayKey(key: string, today?: DayKey): string {
  return isMonth(key) ? format.month(key) : format.day(key, today);
}

/** A key on the axis of a chart: `May 14`, `May 2026`; a day of another year than today's includes its year. */
export function formatAxisKey(key: string, today: DayKey): string {
  return isMonth(key) ? format.axisMonth(key) : format.axisDay(key, today);
}

function isMonth(key: string): boolean {
  return key.length === 7;
}
