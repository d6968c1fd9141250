import { addDays, type Calendar, toPeriodKey } from '../domain/calendar-day.ts';
import type { SourceId } from '../domain/ids.ts';
import { floorTo, hourMs } from '../domain/instant.ts';
import { type GroupField, groupFields } from '../domain/profile-fields.ts';
import { findReportField, isPeriod, listReportKeys, type PeriodKind, type ReportQuery } from '../domain/report.ts';
import type { SumQuery } from '../ports/event-store.ts';
import type { PriceBook } from '../ports/price-book.ts';

/** Calendar days, both inclusive, and a source. Null means no restriction. */
type Selection = Pick<ReportQuery, 'since' | 'until' | 'source'>;

/** Time of the first and the last event of a ledger, UTC milliseconds. */
export interface Extent {
  readonly firstAtMs: number;
  readonly lastAtMs: number;
}

/** Sums over whole days that can be priced: none crosses a price change or one of the additional boundaries. */
export function toSumQuery(
  { since, until, source }: Selection,
  calendar: Calendar,
  book: PriceBook,
  groupBy: readonly GroupField[],
  boundariesMs: readonly number[] = [],
): SumQuery {
  return {
    fromMs: since === null ? undefined : calendar.startOf(since),
    toMs: until === null ? undefined : calendar.startOf(addDays(until, 1)),
    source: source ?? undefined,
    groupBy,
    boundariesMs: joinBoundaries(book, boundariesMs),
  };
}

/**
 * The sums that `summarize` needs for a report: as few as its rows allow. A null `extent` means the ledger is empty.
 */
export function toReportSums(query: ReportQuery, calendar: Calendar, book: PriceBook, extent: Extent | null): SumQuery {
  const keys = listReportKeys(query);
  const wanted = [...keys, query.split].map((name) => findReportField(name));
  const groupBy = groupFields.filter((name) => wanted.includes(name));
  // Weeks do not end with months, but days end with both.
  const [period, ...periods] = keys.filter(isPeriod);
  const finest = periods.length > 0 ? 'day' : period;
  const boundaries =
    finest === undefined || extent === null ? [] : findPeriodBoundaries(finest, query, calendar, extent);
  return toSumQuery(query, calendar, book, groupBy, boundaries);
}

/** Sums of every hour up to `toMs`. `buildBlocks` can build completed blocks from them. */
export function toHourSums(source: SourceId | null, book: PriceBook, extent: Extent, toMs: number): SumQuery {
  const hours: number[] = [];
  for (let atMs = floorTo(extent.firstAtMs, hourMs); atMs < toMs; atMs += hourMs) hours.push(atMs);
  return {
    toMs,
    source: source ?? undefined,
    groupBy: [],
    boundariesMs: joinBoundaries(book, hours),
  };
}

/** Sums over steps of whole quarters of an hour within the days of a query, as far as the ledger reaches. */
export function toStepSums(
  query: Selection,
  calendar: Calendar,
  book: PriceBook,
  groupBy: readonly GroupField[],
  { firstAtMs, lastAtMs }: Extent,
  stepMs: number,
): SumQuery {
  const sums = toSumQuery(query, calendar, book, groupBy);
  const fromMs = Math.max(floorTo(firstAtMs, stepMs), sums.fromMs ?? 0);
  const toMs = Math.min(lastAtMs + 1, sums.toMs ?? Infinity);
  const steps: number[] = [];
  for (let atMs = fromMs; atMs < toMs; atMs += stepMs) steps.push(atMs);
  return { ...sums, boundariesMs: joinBoundaries(book, steps) };
}

function joinBoundaries(book: PriceBook, boundariesMs: readonly number[]): readonly number[] {
  return [...new Set([...book.boundariesMs, ...boundariesMs])].sort((a, b) => a - b);
}

/** The starts of all requested days, weeks or months between the first event and the last. */
function findPeriodBoundaries(
  by: PeriodKind,
  { since, until }: Selection,
  calendar: Calendar,
  { firstAtMs, lastAtMs }: Extent,
): readonly number[] {
  const firstDay = calendar.dayOf(firstAtMs);
  const lastDay = calendar.dayOf(lastAtMs);
  const endDay = until !== null && until < lastDay ? until : lastDay;
  const boundaries: number[] = [];
  let key: string | null = null;
  for (let day = since !== null && since > firstDay ? since : firstDay; day <= endDay; day = addDays(day, 1)) {
    const next = toPeriodKey(by, day, calendar);
    if (next !== key) boundaries.push(calendar.startOf(day));
    key = next;
  }
  return boundaries;
}
