import type { Change } from '../lib/changed-rows.ts';
import type { DatabaseRow, LogDatabase } from '../streams.ts';

/** A larger thread is not read. */
const maxThreadBytes = 32 * 1024 * 1024;

/** The next threads after a change; null when the table is not the one we know. Columns have been added over time. */
export function selectThreads(database: LogDatabase, after: Change, count: number): readonly DatabaseRow[] | null {
  const columns = database.columns('threads');
  if (!['id', 'updated_at', 'data_type', 'data'].every((name) => columns.has(name))) return null;
  const optional = (name: string): string => (columns.has(name) ? `CAST(${name} AS TEXT)` : 'NULL');
  return database.rows(
    `SELECT CAST(rowid AS REAL) AS row, CAST(updated_at AS TEXT) AS updated, CAST(id AS TEXT) AS id,
      ${optional('parent_id')} AS parent, ${optional('folder_paths')} AS folders,
      ${optional('created_at')} AS created, data_type AS type,
      CASE WHEN length(data) > ${maxThreadBytes} THEN NULL
        WHEN data_type = 'zstd' THEN hex(data) ELSE CAST(data AS TEXT) END AS data
    FROM threads WHERE updated_at > ? OR (updated_at = ? AND rowid > ?)
    ORDER BY updated_at, rowid LIMIT ?`,
    after.updated,
    after.updated,
    after.row,
    count,
  );
}
