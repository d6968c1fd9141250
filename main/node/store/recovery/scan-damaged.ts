import type { SqliteDatabase, SqliteRow } from '../../sqlite/sqlite-driver.ts';

const maxRows = 500;
const first = -(2n ** 63n);
const last = 2n ** 63n - 1n;

/**
 * Reads every row of a table that is still readable, in order of its integer key, skipping damaged pages. Rows contain
 * `columns` and `key` (decimal text). Never throws; a missing table has no rows.
 */
export function* scanDamaged(
  database: SqliteDatabase,
  table: string,
  key: string,
  columns: string,
): Generator<SqliteRow> {
  const read = (from: bigint, rowCount: number): readonly SqliteRow[] | null => {
    try {
      return database
        .prepare(
          `SELECT CAST(${key} AS TEXT) AS key, ${columns} FROM ${table} WHERE ${key} >= ? ORDER BY ${key} LIMIT ?`,
        )
        .all(from, rowCount);
    } catch {
      return null;
    }
  };

  let from = first;
  for (;;) {
    let rowCount = maxRows;
    let rows = read(from, rowCount);
    while (rows === null && rowCount > 1) rows = read(from, (rowCount = Math.ceil(rowCount / 4)));
    if (rows === null) {
      const next = findReadable(from, (place) => read(place, 1) !== null);
      if (next === null) return;
      from = next;
      continue;
    }
    yield* rows;
    const end = rows.at(-1)?.['key'];
    if (end === undefined || BigInt(String(end)) === last) return;
    from = BigInt(String(end)) + 1n;
  }
}

/** The first key after an unreadable one from which reading works again; null when there is none. */
function findReadable(unreadable: bigint, isReadable: (place: bigint) => boolean): bigint | null {
  let bad = unreadable;
  let good: bigint | null = null;
  for (const place of placesAfter(unreadable)) {
    if (isReadable(place)) {
      good = place;
      break;
    }
    bad = place;
  }
  if (good === null) return null;
  while (good - bad > 1n) {
    const middle: bigint = bad + (good - bad) / 2n;
    if (isReadable(middle)) good = middle;
    else bad = middle;
  }
  return good;
}

/**
 * Steps that double with each failure. Most keys start at 1, so a scan that began at the lowest possible key continues
 * from 0: doubled steps alone would jump over all keys when the first page is damaged.
 */
function* placesAfter(key: bigint): Generator<bigint> {
  const starts = key < 0n ? [key, 0n] : [key];
  for (const [index, start] of starts.entries()) {
    const end = starts[index + 1] ?? last;
    for (let step = 1n; start + step <= end; step *= 2n) yield start + step;
  }
}
