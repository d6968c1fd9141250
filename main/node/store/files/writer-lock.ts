import { truncateSync } from 'node:fs';
import { fail, ok, type Result } from '../../../../shared/lib/result.ts';
import { readFileId } from './file-id.ts';
import { type SqliteDatabase, sqliteCodes, type SqliteDriver, toSqliteCode } from '../../sqlite/sqlite-driver.ts';

/** The writer's lock, held. */
export interface WriterLock {
  /** Whether its file is still under its name. If not, another process can become the writer of another file there. */
  isInPlace(): boolean;
  release(): void;
}

/**
 * Makes this process the only writer of a folder's ledger, or reports that another one is (`busy`). The lock is an
 * exclusive transaction on a separate file: the system releases it when the process ends, however it ends. Never open
 * that file by other means in a process that holds the lock: closing it would release the lock (POSIX).
 */
export function acquireWriterLock(driver: SqliteDriver, path: string): Result<WriterLock, 'busy' | Error> {
  const first = tryLock(driver, path);
  if (first.ok || first.error === 'busy' || toSqliteCode(first.error) !== sqliteCodes.notADatabase) return first;
  // The file has other contents. They are worthless, and nobody holds the lock: SQLite locks before it reads.
  try {
    truncateSync(path);
  } catch (error) {
    return fail(toError(error));
  }
  return tryLock(driver, path);
}

function tryLock(driver: SqliteDriver, path: string): Result<WriterLock, 'busy' | Error> {
  let database: SqliteDatabase | null = null;
  try {
    const opened = driver.open(path);
    database = opened;
    opened.exec('PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE');
    // SQLite created the file at the latest with the transaction. Only its name is read: see above.
    const fileId = readFileId(path);
    let isHeld = true;
    return ok({
      isInPlace: () => readFileId(path) === fileId,
      release() {
        if (!isHeld) return;
        isHeld = false;
        opened.exec('ROLLBACK');
        opened.close();
      },
    });
  } catch (error) {
    database?.close();
    return fail(toSqliteCode(error) === sqliteCodes.busy ? 'busy' : toError(error));
  }
}

function toError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
