import type { SortOrder } from './cli-options.ts';

/** The most recent rows in their original order; all of them for null. */
export function takeLast<Row>(
  rows: readonly Row[],
  count: number | null,
  lastAtMs: (row: Row) => number,
): readonly Row[] {
  if (count === null || rows.length <= count) return rows;
  const newest = new Set(rows.toSorted((a, b) => lastAtMs(b) - lastAtMs(a)).slice(0, count));
  return rows.filter((row) => newest.has(row));
}

/** The rows in the wanted order; they come in ascending order. */
export function inOrder<Row>(rows: readonly Row[], order: SortOrder): readonly Row[] {
  return order === 'asc' ? rows : rows.toReversed();
}
