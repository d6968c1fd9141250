import type { LogDatabase } from '../../../../shared/sources/streams.ts';
import type { SqliteDatabase } from '../../sqlite/sqlite-driver.ts';
import { decompressText } from './decompress.ts';

/**
 * A database as a source may read it. Its schema is hostile input: a view or a virtual table with a table's name does
 * not count as that table, and nothing in the schema may call our functions.
 */
export function toLogDatabase(database: SqliteDatabase): LogDatabase {
  database.exec('PRAGMA query_only = ON; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON');
  const isTable = database.prepare(
    `SELECT 1 AS found FROM sqlite_schema WHERE type = 'table' AND rootpage > 0 AND lower(name) = lower(?)`,
  );
  const known = new Map<string, ReadonlySet<string>>();
  return {
    columns(table) {
      let columns = known.get(table);
      if (columns === undefined) {
        const rows =
          isTable.get(table) === undefined
            ? []
            : // hidden: 0 for an ordinary column
              database.prepare('SELECT lower(name) AS name FROM pragma_table_xinfo(?) WHERE hidden = 0').all(table);
        columns = new Set(rows.map((row) => String(row['name'])));
        known.set(table, columns);
      }
      return columns;
    },
    rows: (sql, ...values) => database.prepare(sql).all(...values),
    decompress: decompressText,
  };
}
