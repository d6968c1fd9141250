import { toPeriodKey, type Calendar, type DayKey } from '../domain/calendar-day.ts';
import { fieldOfReport, type ReportField } from '../domain/profile-fields.ts';
import {
  isPeriod,
  listReportKeys,
  type Report,
  type ReportKey,
  type ReportQuery,
  type ReportRow,
} from '../domain/report.ts';
import type { UsageCell } from '../domain/usage-cell.ts';
import { compareValues } from '../lib/compare.ts';
import type { PriceBook } from '../ports/price-book.ts';
import { createUsageSum, type UsageSum } from './usage-sum.ts';

type RowName = Pick<ReportRow, 'key' | 'alsoKeys' | 'source' | 'split'>;

/**
 * The report for a query: one row per key, source and value of the second dimension. Days are those of the calendar,
 * and the report has its time zone, whatever the query says.
 */
export function summarize(
  cells: Iterable<UsageCell>,
  query: ReportQuery,
  calendar: Calendar,
  book: PriceBook,
  nowMs: number,
): Report {
  const rows = new Map<string, { readonly name: RowName; readonly sum: UsageSum }>();
  const all = createUsageSum();
  const [, ...alsoBy] = listReportKeys(query);
  for (const cell of cells) {
    if (query.source !== null && cell.source !== query.source) continue;
    const day = calendar.dayOf(cell.firstAtMs);
    if ((query.since !== null && day < query.since) || (query.until !== null && day > query.until)) continue;
    const name: RowName = {
      key: toKey(query.by, cell, day, calendar),
      ...(alsoBy.length > 0 && { alsoKeys: alsoBy.map((by) => toKey(by, cell, day, calendar)) }),
      source: cell.source,
      split: toSplit(query.split, cell),
    };
    const id = JSON.stringify([name.key, name.alsoKeys, name.source, name.split]);
    let row = rows.get(id);
    if (row === undefined) {
      row = { name, sum: createUsageSum() };
      rows.set(id, row);
    }
    const costMicroUsd = book.costOf(cell);
    row.sum.add(cell, costMicroUsd);
    all.add(cell, costMicroUsd);
  }
  return {
    generatedAtMs: nowMs,
    timeZone: calendar.timeZone,
    query,
    rows: [...rows.values()].map(({ name, sum }) => toRow(name, sum)).sort(compareRows),
    totals: all.totals(),
  };
}

function toKey(by: ReportKey, cell: UsageCell, day: DayKey, calendar: Calendar): string | null {
  return isPeriod(by) ? toPeriodKey(by, day, calendar) : toFieldValue(by, cell);
}

function toSplit(split: ReportQuery['split'], cell: UsageCell): string | null {
  return split === 'none' ? null : toFieldValue(split, cell);
}

function toFieldValue(name: ReportField, cell: UsageCell): string | null {
  const value = cell[fieldOfReport[name]];
  return value === null ? null : String(value);
}

function toRow(name: RowName, sum: UsageSum): ReportRow {
  const { firstAtMs, lastAtMs } = sum.span() ?? { firstAtMs: 0, lastAtMs: 0 };
  return { ...name, ...sum.totals(), models: sum.models(), firstAtMs, lastAtMs };
}

function compareRows(a: RowName, b: RowName): number {
  return (
    compareNames(a.key, b.key) ||
    compareLists(a.alsoKeys ?? [], b.alsoKeys ?? []) ||
    compareValues(a.source, b.source) ||
    compareNames(a.split, b.split)
  );
}

function compareLists(left: readonly (string | null)[], right: readonly (string | null)[]): number {
  return left.reduce((order, name, index) => order || compareNames(name, right[index] ?? null), 0);
}

/** Null sorts first, just before an empty name. */
function compareNames(left: string | null, right: string | null): number {
  return compareValues(left ?? '', right ?? '') || compareValues(left !== null, right !== null);
}
