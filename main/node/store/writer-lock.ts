import { fail, ok, type Result } from '../../../shared/lib/result.ts';
import type { Dispose } from '../../../shared/lib/disposable.ts';
import { type SqliteDatabase, sqliteCodes, type SqliteDriver, toSqliteCode } from './sqlite-driver.ts';

/**
 * Makes this process the only writer of a folder's ledger, or says that another one is (`busy`). The lock is an
 * exclusive transaction on a file of its own: the system lets go of it when the process ends, however it ends. Never
 * open that file by other means in the same process: closing it would drop the lock (POSIX).
 */
export function acquireWriterLock(driver: SqliteDriver, path: string): Result<Dispose, 'busy' | Error> {
  let database: SqliteDatabase | null = null;
  try {
    const opened = driver.open(path);
    database = opened;
    opened.exec('PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE');
    let isHeld = true;
    return ok(() => {
      if (!isHeld) return;
      isHeld = false;
      opened.exec('ROLLBACK');
      opened.close();
    });
  } catch (error) {
    database?.close();
    if (toSqliteCode(error) === sqliteCodes.busy) return fail('busy');
    return fail(error instanceof Error ? error : new Error(String(error)));
  }
}
