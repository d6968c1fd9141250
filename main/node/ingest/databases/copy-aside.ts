import { constants } from 'node:fs';
import { copyFile, mkdtemp, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { SqliteDatabase, SqliteDriver } from '../../sqlite/sqlite-driver.ts';
import { isMissing } from '../discovery/file-problem.ts';
import { companionOf } from '../discovery/database-files.ts';
import type { GuestDatabase } from './guest-database.ts';
import { toCopyPrefix } from './sweep-copies.ts';

/** A larger database is not copied. */
const maxCopyBytes = 1024 * 1024 * 1024;

/** A database is too large to be copied. */
export class TooLargeError extends Error {}

/**
 * Copies a database, its write-ahead log and its journal into a folder that nobody else may read, and opens the copy,
 * where SQLite can do the recovery that the owner has not done. `isSame` returns whether the original is unchanged.
 */
export async function copyAside(
  driver: SqliteDriver,
  path: string,
  isSame: () => Promise<boolean>,
): Promise<GuestDatabase> {
  const folder = await mkdtemp(toCopyPrefix(process.pid));
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    const copy = join(folder, 'copy.db');
    if ((await sizeOf(path)) + (await sizeOf(companionOf(path, 'wal'))) > maxCopyBytes) throw new TooLargeError();
    await copyFile(path, copy, constants.COPYFILE_FICLONE);
    for (const companion of ['wal', 'journal'] as const) {
      await copyIfThere(companionOf(path, companion), companionOf(copy, companion));
    }
    const isCopyTrue = await isSame();
    const database = driver.open(copy);
    return { database, isTrue: () => Promise.resolve(isCopyTrue), close: () => closeAndRemove(database, remove) };
  } catch (error) {
    await remove();
    throw error;
  }
}

async function closeAndRemove(database: SqliteDatabase, remove: () => Promise<void>): Promise<void> {
  try {
    database.close();
  } catch {
    // The copy is discarded.
  }
  await remove().catch(() => undefined);
}

async function copyIfThere(from: string, to: string): Promise<void> {
  try {
    await copyFile(from, to, constants.COPYFILE_FICLONE);
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch {
    return 0;
  }
}
