import { createLogFolding, type LogFolding } from './files/log-folding.ts';
import { isSound, migrate, readSchemaState, schemaVersion, readSchemaVersion } from './schema/schema.ts';
import {
  type OpenOptions,
  type SqliteDatabase,
  sqliteCodes,
  type SqliteDriver,
  toSqliteCode,
} from '../sqlite/sqlite-driver.ts';

/** The result of opening a ledger's file. `unusable` carries what SQLite threw. */
export type OpenedDatabase =
  | {
      readonly state: 'open';
      readonly database: SqliteDatabase;
      readonly close: () => void;
      /** Null for a reader, and in memory. */
      readonly log: LogFolding | null;
    }
  | { readonly state: 'empty' | 'corrupt' | 'newer' | 'older' }
  | { readonly state: 'unusable'; readonly error: unknown };

/** How long to wait for another process that briefly holds the file. */
const patienceMs = 5_000;

/**
 * Opens a ledger's file for writing; creates it or migrates it to the newest schema. With `verify`, the whole file is
 * read and checked first. A file that is not a ledger counts as corrupt. Never throws, and leaves nothing open unless
 * the result is `open`.
 */
export function openForWriting(driver: SqliteDriver, path: string, verify: boolean): OpenedDatabase {
  return attempt(driver, path, {}, (database) => {
    const state = readSchemaState(database);
    if (state === 'newer') return 'newer';
    if (state === 'foreign' || (verify && !isSound(database))) return 'corrupt';
    // WAL lets others read while we write. NORMAL loses nothing when a process dies, and at most the last commits when
    // the machine does; those are read from the logs again, since their cursors are lost with them.
    database.exec(`
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = NORMAL;
      PRAGMA foreign_keys = ON;
      PRAGMA journal_size_limit = 8388608;
      -- See LogFolding.
      PRAGMA wal_autocheckpoint = 0;
    `);
    migrate(database);
    return 'open';
  });
}

/**
 * Opens a ledger's file for reading while another process may write it; `empty` when it contains no ledger yet.
 * `older`: only a writer can migrate it to the newest schema.
 */
export function openForReading(driver: SqliteDriver, path: string, asGuest?: OpenOptions['asGuest']): OpenedDatabase {
  return attempt(driver, path, { readOnly: true, ...(asGuest !== undefined && { asGuest }) }, (database) => {
    const state = readSchemaState(database);
    if (state === 'usable') return readSchemaVersion(database) === schemaVersion ? 'open' : 'older';
    return state === 'foreign' ? 'corrupt' : state;
  });
}

function attempt(
  driver: SqliteDriver,
  path: string,
  options: OpenOptions,
  prepare: (database: SqliteDatabase) => 'open' | 'empty' | 'corrupt' | 'newer' | 'older',
): OpenedDatabase {
  let database: SqliteDatabase | null = null;
  try {
    const opened = driver.open(path, options);
    database = opened;
    opened.exec(`PRAGMA busy_timeout = ${patienceMs}`);
    const state = prepare(opened);
    if (state === 'open') {
      const log = options.readOnly === true || path === ':memory:' ? null : createLogFolding(opened, path, patienceMs);
      return { state, database: opened, close: toCloseOnce(opened, log), log };
    }
    opened.close();
    return { state };
  } catch (error) {
    database?.close();
    const code = toSqliteCode(error);
    if (code === sqliteCodes.corrupt || code === sqliteCodes.notADatabase) return { state: 'corrupt' };
    return { state: 'unusable', error };
  }
}

function toCloseOnce(database: SqliteDatabase, log: LogFolding | null): () => void {
  let isOpen = true;
  return () => {
    if (isOpen) closeDatabase(database, log);
    isOpen = false;
  };
}

function closeDatabase(database: SqliteDatabase, log: LogFolding | null): void {
  try {
    log?.fold();
  } catch {
    // Another program's file, which has been set aside or will be.
  }
  database.close();
  log?.guard.close();
}
