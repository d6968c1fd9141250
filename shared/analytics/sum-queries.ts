import { addDays, type Calendar, toPeriodKey } from '../domain/calendar-day.ts';
import type { SourceId } from '../domain/ids.ts';
import { floorTo, hourMs } from '../domain/instant.ts';
import { type GroupField, groupFields } from '../domain/profile-fields.ts';
import { findReportField, isPeriod, type PeriodKind, type ReportQuery } from '../domain/report.ts';
import type { SumQuery } from '../ports/ledger-store.ts';
import type { PriceBook } from '../ports/price-book.ts';

/** Days of a calendar, both included, and a source; null leaves them open. */
type Selection = Pick<ReportQuery, 'since' | 'until' | 'source'>;

/** Time of the first and the last event of a ledger, UTC milliseconds. */
export interface Extent {
  readonly firstAtMs: number;
  readonly lastAtMs: number;
}

/** The sums of whole days that can be priced: none reaches over a change of prices, or over the further borders. */
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
    boundariesMs: joinBorders(book, boundariesMs),
  };
}

/** The sums of which `summarize` can make a report: the fewest that tell its rows apart. Null: the ledger is empty. */
export function toReportSums(query: ReportQuery, calendar: Calendar, book: PriceBook, extent: Extent | null): SumQuery {
  const { by, split } = query;
  const wanted = [by, split].map((name) => findReportField(name));
  const groupBy = groupFields.filter((name) => wanted.includes(name));
  const borders = isPeriod(by) && extent !== null ? findPeriodBorders(by, query, calendar, extent) : [];
  return toSumQuery(query, calendar, book, groupBy, borders);
}

/** The sums of every hour up to `toMs`: of those that are long over `buildBlocks` can make blocks. */
export function toHourSums(source: SourceId | null, book: PriceBook, extent: Extent, toMs: number): SumQuery {
  const hours: number[] = [];
  for (let atMs = floorTo(extent.firstAtMs, hourMs); atMs < toMs; atMs += hourMs) hours.push(atMs);
  return {
    toMs,
    source: source ?? undefined,
    groupBy: [],
    boundariesMs: joinBorders(book, hours),
  };
}

function joinBorders(book: PriceBook, boundariesMs: readonly number[]): readonly number[] {
  return [...new Set([...book.boundariesMs, ...boundariesMs])].sort((a, b) => a - b);
}

/** The beginnings of all days, weeks or months from the first event to the last, as far as they are asked for. */
function findPeriodBorders(
  by: PeriodKind,
  { since, until }: Selection,
  calendar: Calendar,
  { firstAtMs, lastAtMs }: Extent,
): readonly number[] {
  const firstDay = calendar.dayOf(firstAtMs);
  const lastDay = calendar.dayOf(lastAtMs);
  const endDay = until !== null && until < lastDay ? until : lastDay;
  const borders: number[] = [];
  let key: string | null = null;
  for (let day = since !== null && since > firstDay ? since : firstDay; day <= endDay; day = addDays(day, 1)) {
    const next = toPeriodKey(by, day);
    if (next !== key) borders.push(calendar.startOf(day));
    key = next;
  }
  return borders;
}
