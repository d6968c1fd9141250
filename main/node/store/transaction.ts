import type { SqliteDatabase } from '../sqlite/sqlite-driver.ts';

/** Runs the work in one write transaction. If it throws, everything is rolled back and the error is rethrown. */
export function runTransaction<Value>(database: SqliteDatabase, work: () => Value): Value {
  database.exec('BEGIN IMMEDIATE');
  try {
    const value = work();
    database.exec('COMMIT');
    return value;
  } catch (error) {
    try {
      database.exec('ROLLBACK');
    } catch {
      // SQLite has already rolled back (disk full, I/O error): the first error is the meaningful one.
    }
    throw error;
  }
}

/** Runs the work on a consistent snapshot of the ledger, whatever others write meanwhile. */
export function runReading<Value>(database: SqliteDatabase, work: () => Value): Value {
  database.exec('BEGIN');
  try {
    return work();
  } finally {
    try {
      database.exec('COMMIT');
    } catch {
      // The database is damaged, and the work's own error says so; there is nothing to keep.
    }
  }
}
