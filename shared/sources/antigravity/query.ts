import type { DatabaseRow, LogDatabase } from '../streams.ts';

/** The two tables that hold usage, and the column that it is in. */
export type UsageTable = 'gen_metadata' | 'steps';

const columnOf = { gen_metadata: 'data', steps: 'metadata' } as const;

/** A page holds no more than this, unless a single row does. */
const maxPageBytes = 4 * 1024 * 1024;
const maxPageRows = 200;
/** A larger row is not read. */
const maxRowBytes = 32 * 1024 * 1024;

/** Whether a database has the columns that we read. */
export function hasTable(database: LogDatabase, table: UsageTable): boolean {
  const columns = database.columns(table);
  return columns.has('idx') && columns.has(columnOf[table]);
}

/** Whether rows follow a row, and the last of them that fits on the next page. */
export function findNextPage(
  database: LogDatabase,
  table: UsageTable,
  after: number,
): { readonly last: number; readonly hasMore: boolean } | null {
  const rows = database.rows(
    `SELECT idx, length(${columnOf[table]}) AS bytes FROM ${table} WHERE idx > ? ORDER BY idx LIMIT ?`,
    after,
    maxPageRows + 1,
  );
  let bytes = 0;
  const fitting = rows.slice(0, maxPageRows).findIndex((row) => {
    bytes += Number(row['bytes'] ?? 0);
    return bytes > maxPageBytes;
  });
  const count = fitting === -1 ? Math.min(rows.length, maxPageRows) : Math.max(1, fitting);
  const last = rows[count - 1];
  return last === undefined ? null : { last: Number(last['idx']), hasMore: count < rows.length };
}

/** The rows after one row, up to another, with their message as hexadecimal digits. */
export function selectRange(
  database: LogDatabase,
  table: UsageTable,
  after: number,
  last: number,
): readonly DatabaseRow[] {
  return database.rows(`${toSelect(database, table)} WHERE idx > ? AND idx <= ? ORDER BY idx`, after, last);
}

/** Those of the given rows that exist. */
export function selectRows(database: LogDatabase, table: UsageTable, rows: readonly number[]): readonly DatabaseRow[] {
  if (rows.length === 0) return [];
  return database.rows(`${toSelect(database, table)} WHERE idx IN (${rows.map(() => '?').join(', ')})`, ...rows);
}

/** The ids of the conversation, and its workspace as hexadecimal digits; null where it says nothing. */
export function selectConversation(database: LogDatabase): DatabaseRow {
  const ids = database.columns('trajectory_meta');
  const blob = database.columns('trajectory_metadata_blob');
  const meta =
    ids.has('cascade_id') && ids.has('trajectory_id')
      ? database.rows(
          'SELECT CAST(cascade_id AS TEXT) AS cascade, trajectory_id AS trajectory FROM trajectory_meta LIMIT 1',
        )
      : [];
  const workspace = blob.has('data')
    ? database.rows(
        'SELECT hex(data) AS workspace FROM trajectory_metadata_blob WHERE length(data) <= ? LIMIT 1',
        maxPageBytes,
      )
    : [];
  return { ...meta[0], ...workspace[0] };
}

function toSelect(database: LogDatabase, table: UsageTable): string {
  const column = columnOf[table];
  const status = database.columns(table).has('status') ? 'status' : 'NULL';
  return `SELECT idx, ${status} AS status, CASE WHEN length(${column}) <= ${maxRowBytes}
    THEN hex(${column}) END AS message FROM ${table}`;
}
