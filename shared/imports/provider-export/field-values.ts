import { parseDay, type DayKey } from '../../domain/calendar-day.ts';
import { parseIsoInstant } from '../../domain/instant.ts';

/** The first and the last second that a day of an export may have: 2020 to 2100. */
const [earliestSecond, latestSecond] = [1_577_836_800, 4_102_444_800];

/**
 * The day of UTC in which a row begins: a day, seconds since 1970, or an ISO instant, which is UTC unless it names an
 * offset. Null when it is anything else.
 */
export function parseExportDay(text: string): DayKey | null {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return parseDay(text);
  if (/^\d{9,10}$/.test(text)) return toDay(Number(text) * 1_000);
  const instant = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/.test(text) ? text.replace(' ', 'T') : null;
  if (instant === null) return null;
  return toDay(parseIsoInstant(/(?:Z|[+-]\d{2}:?\d{2})$/i.test(instant) ? instant : `${instant}Z`));
}

function toDay(atMs: number | null): DayKey | null {
  if (atMs === null || atMs < earliestSecond * 1_000 || atMs >= latestSecond * 1_000) return null;
  return new Date(atMs).toISOString().slice(0, 10);
}

/** A whole number, with or without separators of thousands or a fraction of zero. Nothing is 0. */
export function parseExportCount(text: string): number | 'negative' | 'bad-number' {
  if (text === '') return 0;
  if (/^-\s*[\d.]/.test(text)) return 'negative';
  if (!/^(?:\d{1,3}(?:,\d{3}){1,4}|\d{1,15})(?:\.0+)?$/.test(text)) return 'bad-number';
  return Number(text.replaceAll(',', ''));
}

/** US dollars, with or without their sign. Nothing is 0. */
export function parseExportAmount(text: string): number | 'negative' | 'bad-number' {
  if (text === '') return 0;
  const amount = text.replace(/^\$/, '');
  if (/^-\s*\$?[\d.]/.test(text)) return 'negative';
  if (!/^(?:\d{1,3}(?:,\d{3}){1,3}|\d{1,10})(?:\.\d{1,40})?$/.test(amount)) return 'bad-number';
  return Number(amount.replaceAll(',', ''));
}
