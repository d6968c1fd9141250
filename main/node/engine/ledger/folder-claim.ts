import path from 'node:path';
import { fail, type Result } from '../../../../shared/lib/result.ts';
import { loadSqlite } from '../../sqlite/sqlite-driver.ts';
import { createFolder } from '../../store/files/create-folder.ts';
import { requireFile } from '../../store/files/require-file.ts';
import { requireWritable } from '../../store/files/require-writable.ts';
import { acquireWriterLock, type WriterLock } from '../../store/files/writer-lock.ts';

/** A claim on a data folder that one process holds at a time. */
export type FolderClaim = WriterLock;

/**
 * Claims a data folder's lock of this name for this process, with a lock file like the ledger's: the system releases it
 * when the process ends, however it ends. `busy` while another process has it.
 */
export function claimFolder(folder: string, name: string): Result<FolderClaim, 'busy' | Error> {
  const driver = loadSqlite();
  if (!driver.ok) return fail(new Error('there is no SQLite'));
  const file = path.join(folder, `${name}.lock`);
  try {
    createFolder(folder);
    requireFile(file);
    requireWritable(folder, file);
  } catch (error) {
    return fail(error instanceof Error ? error : new Error(String(error)));
  }
  return acquireWriterLock(driver.value, file);
}
