import { open } from 'node:fs/promises';
import type { GuestDatabase } from './guest-database.ts';
import type { SqliteDatabase, SqliteDriver } from '../../sqlite/sqlite-driver.ts';
import { sqliteCodes, toSqliteCode } from '../../sqlite/sqlite-driver.ts';
import type { FileFacts } from '../discovery/file-identity.ts';
import { toFileFacts } from '../discovery/file-identity.ts';
import { companionOf, statCompanion } from '../discovery/database-files.ts';
import { copyAside } from './copy-aside.ts';

/**
 * Opens another program's database without any effect on its owner: no write lock, no checkpoint, no file created or
 * changed next to it. The method depends on the files present (ADR 11):
 * - no write-ahead log: the file alone, without locks; the data read counts if the file is unchanged afterwards;
 * - a log with its index: SQLite's normal reading alongside a writer, with the index opened read-only;
 * - a log whose index is missing or unreadable, or a journal of an interrupted write: a copy, deleted afterwards.
 *
 * Throws what SQLite or the file system throws, and `TooLargeError` where a copy would be too large.
 */
export async function openAsGuest(driver: SqliteDriver, path: string): Promise<GuestDatabase> {
  const before = await readState(path);
  if (before.hasHotJournal) return copyAside(driver, path, () => isSame(path, before));
  if ((before.wal?.size ?? 0) === 0) return openAlone(driver, path, before);
  if (before.shm === null) return copyAside(driver, path, () => isSame(path, before));
  try {
    return openBesideWriter(driver, path);
  } catch (error) {
    if (toSqliteCode(error) !== sqliteCodes.cantOpen) throw error;
    return copyAside(driver, path, () => isSame(path, before));
  }
}

function openAlone(driver: SqliteDriver, path: string, before: DatabaseState): GuestDatabase {
  const database = driver.open(path, { readOnly: true, asGuest: 'immutable' });
  return toGuest(database, () => isSame(path, before));
}

function openBesideWriter(driver: SqliteDriver, path: string): GuestDatabase {
  const database = driver.open(path, { readOnly: true, asGuest: 'readonly_shm' });
  try {
    // SQLite opens the log and its index on the first query.
    database.prepare('SELECT count(*) AS tables FROM sqlite_schema').get();
  } catch (error) {
    database.close();
    throw error;
  }
  // Every statement sees the same snapshot of the database, whatever its owner does.
  return toGuest(database, () => Promise.resolve(true));
}

function toGuest(database: SqliteDatabase, isTrue: () => Promise<boolean>): GuestDatabase {
  return {
    database,
    isTrue,
    close() {
      try {
        database.close();
      } catch {
        // A failure to close loses nothing: the database was only read.
      }
      return Promise.resolve();
    },
  };
}

/** Everything that reveals a change to a database. */
interface DatabaseState {
  readonly main: FileFacts;
  readonly wal: FileFacts | null;
  readonly shm: FileFacts | null;
  readonly hasHotJournal: boolean;
}

async function readState(path: string): Promise<DatabaseState> {
  const main = await statOpened(path);
  const wal = await statCompanion(path, 'wal');
  const shm = await statCompanion(path, 'shm');
  return { main, wal, shm, hasHotJournal: await isHotJournal(companionOf(path, 'journal')) };
}

async function statOpened(path: string): Promise<FileFacts> {
  const handle = await open(path);
  try {
    return toFileFacts(await handle.stat());
  } finally {
    await handle.close();
  }
}

async function isSame(path: string, before: DatabaseState): Promise<boolean> {
  const now = await readState(path);
  return (
    isSameFile(now.main, before.main) && isSameFile(now.wal, before.wal) && now.hasHotJournal === before.hasHotJournal
  );
}

function isSameFile(left: FileFacts | null, right: FileFacts | null): boolean {
  if (left === null || right === null) return left === right;
  return left.size === right.size && left.mtimeMs === right.mtimeMs && left.inode === right.inode;
}

const journalMagic = Buffer.from('d9d505f920a163d7', 'hex');

/** A journal that begins differently was left behind by a completed write. */
async function isHotJournal(path: string): Promise<boolean> {
  try {
    const handle = await open(path);
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(journalMagic.length), 0, journalMagic.length, 0);
      return bytesRead === journalMagic.length && buffer.equals(journalMagic);
    } finally {
      await handle.close();
    }
  } catch {
    return false;
  }
}
