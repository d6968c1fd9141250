import { statSync } from 'node:fs';
import { createFileGuard, type FileGuard } from './file-guard.ts';
import { OverwrittenLedgerError } from './store-errors.ts';
import type { SqliteDatabase } from '../sqlite-driver.ts';

/**
 * Folds a database's write-ahead log into its file. SQLite would do so by itself, also into a file that another program
 * has overwritten in the meantime: the result would be neither of the two.
 */
export interface LogFolding {
  readonly guard: FileGuard;
  /** Folds the log in if it has grown long. Throws an `OverwrittenLedgerError`, and leaves the file as it is. */
  foldIfLong(): void;
  /** The same, however short it is. Readers may be using the log: what they need stays in it, without waiting. */
  fold(): void;
}

/** A first scan rewrites the same pages again and again, which are folded in once. */
const longBytes = 16 * 1024 * 1024;

/** Builds it for an open database, whose automatic checkpoints must be off. */
export function createLogFolding(database: SqliteDatabase, path: string, patienceMs: number): LogFolding {
  const guard = createFileGuard(path);
  const fold = (): void => {
    if (!guard.isUntouched()) throw new OverwrittenLedgerError();
    try {
      database.exec('PRAGMA busy_timeout = 0; PRAGMA wal_checkpoint(TRUNCATE)');
    } catch {
      // Nothing is lost: the rest of the log is folded in the next time.
    } finally {
      database.exec(`PRAGMA busy_timeout = ${patienceMs}`);
      guard.note();
    }
  };
  return {
    guard,
    fold,
    foldIfLong() {
      const bytes = statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0;
      if (bytes >= longBytes) fold();
    },
  };
}
