import { realpathSync, statSync } from 'node:fs';
import { createFileGuard, type FileGuard } from './file-guard.ts';
import { readFileId } from './file-id.ts';
import { readLogPages } from './log-pages.ts';
import { OverwrittenLedgerError } from '../store-errors.ts';
import type { SqliteDatabase } from '../../sqlite/sqlite-driver.ts';

/**
 * Folds a database's write-ahead log into its file. SQLite would do so on its own, even into a file that another
 * program has overwritten in the meantime: the result would be neither of the two.
 */
export interface LogFolding {
  readonly guard: FileGuard;
  /**
   * Whether the log and its index are the files that SQLite has open. If not, other processes do not see what is in
   * the log, and it is lost with this process.
   */
  isInPlace(): boolean;
  /** Folds the log in if it has grown long. Throws an `OverwrittenLedgerError`, and leaves the file as it is. */
  foldIfLong(): void;
  /**
   * The same, however short it is. Readers may be using the log: what they need stays in it, without waiting. Does
   * nothing if the log is not in its place.
   */
  fold(): void;
}

/** A first scan rewrites the same pages again and again, which are folded in once. */
const longBytes = 16 * 1024 * 1024;

/** Builds it for an open database, whose automatic checkpoints must be off. */
export function createLogFolding(database: SqliteDatabase, path: string, patienceMs: number): LogFolding {
  // SQLite keeps them beside the file that a link leads to.
  const realPath = realpathSync(path);
  const logPath = `${realPath}-wal`;
  const indexPath = `${realPath}-shm`;
  const guard = createFileGuard(path);
  const readIds = (): string => [logPath, indexPath].map(readFileId).join(' ');
  const openIds = readIds();
  const isInPlace = (): boolean => readIds() === openIds;
  const fold = (): void => {
    if (!guard.isUntouched()) throw new OverwrittenLedgerError();
    if (!isInPlace()) return;
    const pages = readLogPages(logPath);
    try {
      database.exec('PRAGMA busy_timeout = 0; PRAGMA wal_checkpoint(TRUNCATE)');
    } catch {
      // Nothing is lost: the next call folds in the rest of the log.
    } finally {
      database.exec(`PRAGMA busy_timeout = ${patienceMs}`);
      guard.note(pages);
    }
  };
  return {
    guard,
    isInPlace,
    fold,
    foldIfLong() {
      const bytes = statSync(logPath, { throwIfNoEntry: false })?.size ?? 0;
      if (bytes >= longBytes) fold();
    },
  };
}
