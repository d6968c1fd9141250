import { createRequire } from 'node:module';
import { fail, ok, type Result } from '../../shared/lib/result.ts';

/** What a statement takes and a column gives. Whole numbers beyond 2^53 go in as bigint and must not be selected. */
export type SqliteValue = number | bigint | string | null;
export type SqliteRow = Readonly<Record<string, SqliteValue>>;

/** A prepared statement. Values stand for its question marks, in order. */
export interface SqliteStatement {
  run(...values: readonly SqliteValue[]): void;
  get(...values: readonly SqliteValue[]): SqliteRow | undefined;
  all(...values: readonly SqliteValue[]): readonly SqliteRow[];
  /** The same one by one. Nothing else may be asked of the database meanwhile. */
  iterate(...values: readonly SqliteValue[]): Iterable<SqliteRow>;
}

/** An open database. Every method throws when SQLite does; `toSqliteCode` tells why. */
export interface SqliteDatabase {
  /** Runs statements that return nothing. */
  exec(sql: string): void;
  prepare(sql: string): SqliteStatement;
  close(): void;
}

/** A SQLite library. */
export interface SqliteDriver {
  readonly name: 'node' | 'libsql';
  /** Opens a database file; creates it unless `readOnly`. Throws when it cannot. */
  open(path: string, options?: OpenOptions): SqliteDatabase;
}

/** How to open a database. */
export interface OpenOptions {
  readonly readOnly?: boolean;
  /**
   * For another program's database, beside `readOnly`; https://sqlite.org/uri.html. `immutable`: nobody writes it now, so it
   * needs neither locks nor a write-ahead log. `readonly_shm`: the index of its write-ahead log is not written to.
   */
  readonly asGuest?: 'immutable' | 'readonly_shm';
}

/** The primary result codes of SQLite that we tell apart: https://sqlite.org/rescode.html */
export const sqliteCodes = {
  error: 1,
  busy: 5,
  locked: 6,
  readOnly: 8,
  io: 10,
  corrupt: 11,
  full: 13,
  cantOpen: 14,
  constraint: 19,
  notADatabase: 26,
} as const;

/**
 * Finds a SQLite: the one inside Node, else the prebuilt package `libsql` (an Electron with Node 20 has none inside).
 * Both are loaded at run time, so that a bundle works where one of them is missing.
 */
export function loadSqlite(wanted?: SqliteDriver['name']): Result<SqliteDriver, 'no-sqlite'> {
  const driver = (wanted === 'libsql' ? null : loadNodeSqlite()) ?? (wanted === 'node' ? null : loadLibsql());
  return driver === null ? fail('no-sqlite') : ok(driver);
}

/** SQLite's primary result code of an error that a driver threw; null when it is another error. */
export function toSqliteCode(error: unknown): number | null {
  if (!(error instanceof Error)) return null;
  const { errcode, rawCode } = error as Error & { readonly errcode?: unknown; readonly rawCode?: unknown };
  const code = errcode ?? rawCode ?? /^ConnectionFailed\(.*: (\d+)"\)$/.exec(error.message)?.[1];
  // The primary code is the low byte of an extended one.
  return code === undefined || Number.isNaN(Number(code)) ? null : Number(code) & 0xff;
}

interface NodeStatement {
  run(...values: readonly SqliteValue[]): unknown;
  get(...values: readonly SqliteValue[]): SqliteRow | undefined;
  all(...values: readonly SqliteValue[]): readonly SqliteRow[];
  iterate(...values: readonly SqliteValue[]): Iterable<SqliteRow>;
}

interface NodeSqlite {
  readonly DatabaseSync: new (
    path: string,
    options: { readonly readOnly: boolean },
  ) => { exec(sql: string): void; prepare(sql: string): NodeStatement; close(): void };
}

function loadNodeSqlite(): SqliteDriver | null {
  const module = process.getBuiltinModule?.('node:sqlite') as NodeSqlite | undefined;
  if (module === undefined) return null;
  return {
    name: 'node',
    open(path, { readOnly = false, asGuest } = {}) {
      return new module.DatabaseSync(asGuest === undefined ? path : toReadOnlyUri(path, asGuest), { readOnly });
    },
  };
}

interface LibsqlStatement {
  run(values: readonly SqliteValue[]): unknown;
  get(values: readonly SqliteValue[]): SqliteRow | undefined;
  all(values: readonly SqliteValue[]): readonly SqliteRow[];
  iterate(values: readonly SqliteValue[]): Iterable<SqliteRow>;
}

type Libsql = new (path: string) => {
  exec(sql: string): void;
  prepare(sql: string): LibsqlStatement;
  close(): void;
};

function loadLibsql(): SqliteDriver | null {
  const Database = requireLibsql();
  if (Database === null) return null;
  return {
    name: 'libsql',
    open(path, options) {
      // It ignores its own option for this, but not the URI's.
      const database = new Database(options?.readOnly === true ? toReadOnlyUri(path, options.asGuest) : path);
      return {
        exec: (sql) => database.exec(sql),
        close: () => database.close(),
        prepare(sql) {
          const statement = database.prepare(sql);
          // A single null would be taken for named parameters: always hand over a list.
          return {
            run: (...values) => void statement.run(values),
            get: (...values) => statement.get(values),
            all: (...values) => statement.all(values),
            iterate: (...values) => statement.iterate(values),
          };
        },
      };
    },
  };
}

function requireLibsql(): Libsql | null {
  try {
    return createRequire(import.meta.url)('libsql') as Libsql;
  } catch {
    return null;
  }
}

/** https://sqlite.org/uri.html: Windows paths get a leading slash. */
function toReadOnlyUri(path: string, asGuest?: OpenOptions['asGuest']): string {
  const slashed = path.replaceAll('\\', '/');
  const encoded = slashed.replaceAll('%', '%25').replaceAll('?', '%3f').replaceAll('#', '%23');
  return `file:${encoded.startsWith('/') ? '' : '/'}${encoded}?mode=ro${asGuest === undefined ? '' : `&${asGuest}=1`}`;
}
