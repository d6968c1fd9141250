import { addDays, countDays, type Calendar, type DayKey } from '../domain/calendar-day.ts';
import { quarterHourMs } from '../domain/instant.ts';
import type { SpanQuery } from '../domain/span-query.ts';
import type { Extent } from './sum-queries.ts';

/** A range of days, both inclusive. */
export interface DayRange {
  readonly since: DayKey;
  readonly until: DayKey;
}

/**
 * The days that a query covers; where it has no bound, the ledger's first and last event are the bounds. Null when a
 * bound is missing and the ledger is empty, or when nothing lies between them.
 */
export function toRange(
  { since, until }: Pick<SpanQuery, 'since' | 'until'>,
  calendar: Calendar,
  extent: Extent | null,
): DayRange | null {
  const first = since ?? (extent === null ? null : calendar.dayOf(extent.firstAtMs));
  const last = until ?? (extent === null ? null : calendar.dayOf(extent.lastAtMs));
  return first === null || last === null || first > last ? null : { since: first, until: last };
}

/** The equally long range that ends the day before. */
export function toPrecedingRange({ since, until }: DayRange): DayRange {
  const days = countDays(since, until);
  return { since: addDays(since, -days), until: addDays(since, -1) };
}

/**
 * How far into the range before a range has come by now, where it is not over: as far into the day as it is today, to
 * the nearest quarter of an hour, which is as exact as old usage is known. Null for a range that is over.
 */
export function toPrecedingEndMs(range: DayRange, calendar: Calendar, nowMs: number): number | null {
  const today = calendar.dayOf(nowMs);
  if (today < range.since || today > range.until) return null;
  const day = addDays(toPrecedingRange(range).since, countDays(range.since, today) - 1);
  const intoDayMs = Math.round((nowMs - calendar.startOf(today)) / quarterHourMs) * quarterHourMs;
  // Days with a change of the clock are shorter.
  return Math.min(calendar.startOf(day) + intoDayMs, calendar.startOf(addDays(day, 1)));
}
