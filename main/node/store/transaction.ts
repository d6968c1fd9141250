import type { SqliteDatabase } from '../sqlite-driver.ts';

/** Runs the work in one write transaction. When it throws, nothing of it is kept and the error goes on. */
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
      // SQLite has rolled back by itself (disk full, I/O error): the first error is the one that tells.
    }
    throw error;
  }
}

/** Runs the work on one state of the ledger, whatever others write meanwhile. */
export function runReading<Value>(database: SqliteDatabase, work: () => Value): Value {
  database.exec('BEGIN');
  try {
    return work();
  } finally {
    try {
      database.exec('COMMIT');
    } catch {
      // The database is damaged, and the work's own error tells so; there is nothing to keep.
    }
  }
}
