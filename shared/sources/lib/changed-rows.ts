import type { LogRecord } from '../../domain/log-record.ts';
import type { ReaderState } from '../../ports/cursor-store.ts';
import type { DatabasePage, DatabaseRow } from '../streams.ts';
import { toRecord } from '../../lib/json-record.ts';

/** Where reading goes on: behind a row among those that changed at the same time. */
export interface Change {
  /** As the table has it; -1, which sorts before every text and time, at the beginning. */
  readonly updated: string | number;
  readonly row: number;
}

/** How rows that change are read. */
export interface ChangedRows {
  /**
   * The next rows after a change, ordered by the time at which they changed and by their number, which they have as
   * `updated` and `row`; null when the tables are not those we know.
   */
  select(after: Change, count: number): readonly DatabaseRow[] | null;
  /** What a row yields, whatever it contains. */
  toRecords(row: DatabaseRow): readonly LogRecord[];
  /** How many rows are held in memory. */
  readonly pageRows: number;
}

/** Reads the rows that changed since the last one read, and again those that changed at that very time. */
export function readChangedRows({ select, toRecords, pageRows }: ChangedRows, state: ReaderState): DatabasePage {
  const { after, highestRow } = parseState(state);
  const rows = select(after, pageRows);
  if (rows === null) return { records: [], state: null, rows: 0, isFirst: true, isLast: true };
  const isLast = rows.length < pageRows;
  const last = rows.at(-1);
  return {
    records: rows.flatMap(toRecords),
    state: {
      updated: last === undefined ? after.updated : toTime(last['updated']),
      // A row may change again within the second in which it was read.
      row: isLast || last === undefined ? 0 : toNumber(last['row']),
      highestRow: Math.max(highestRow, ...rows.map((row) => toNumber(row['row']))),
    },
    rows: rows.filter((row) => toNumber(row['row']) > highestRow).length,
    isFirst: highestRow === 0,
    isLast,
  };
}

function parseState(state: ReaderState): { readonly after: Change; readonly highestRow: number } {
  const { updated, row, highestRow } = toRecord(state) ?? {};
  if (typeof row !== 'number' || typeof highestRow !== 'number')
    return { after: { updated: -1, row: 0 }, highestRow: 0 };
  return { after: { updated: toTime(updated), row }, highestRow };
}

function toTime(value: unknown): string | number {
  return typeof value === 'string' || typeof value === 'number' ? value : -1;
}

function toNumber(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}
