import { createRequire } from 'node:module';
import { fail, ok, type Result } from '../../../shared/lib/result.ts';

/** Parameter and column values. Integers beyond 2^53 are passed as bigint and must not be selected. */
export type SqliteValue = number | bigint | string | null;
export type SqliteRow = Readonly<Record<string, SqliteValue>>;

/** A prepared statement. Values are bound to its question marks, in order. */
export interface SqliteStatement {
  run(...values: readonly SqliteValue[]): void;
  get(...values: readonly SqliteValue[]): SqliteRow | undefined;
  all(...values: readonly SqliteValue[]): readonly SqliteRow[];
  /** The same, row by row. Nothing else may use the database meanwhile. */
  iterate(...values: readonly SqliteValue[]): Iterable<SqliteRow>;
}

/** An open database. Every method throws when SQLite does; `toSqliteCode` gives the reason. */
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
   * For another program's database, with `readOnly`; https://sqlite.org/uri.html. `immutable`: no process writes it, so
   * it needs neither locks nor a write-ahead log. `readonly_shm`: the index of its write-ahead log is not written to.
   */
  readonly asGuest?: 'immutable' | 'readonly_shm';
}

/** The primary SQLite result codes that we distinguish: https://sqlite.org/rescode.html */
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
 * Finds a SQLite: the one built into Node, else the prebuilt package `libsql` (an Electron with Node 20 has none built
 * in). Both are loaded at run time, so that a bundle works where one of them is missing.
 */
export function loadSqlite(wanted?: SqliteDriver['name']): Result<SqliteDriver, 'no-sqlite'> {
  const driver = (wanted === 'libsql' ? null : loadNodeSqlite()) ?? (wanted === 'node' ? null : loadLibsql());
  return driver === null ? fail('no-sqlite') : ok(driver);
}

/** The primary SQLite result code of an error thrown by a driver; null for any other error. */
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
      // It ignores its own option for this, but not the URI parameter.
      const database = new Database(options?.readOnly === true ? toReadOnlyUri(path, options.asGuest) : path);
      return {
        exec: (sql) => database.exec(sql),
        close: () => database.close(),
        prepare(sql) {
          const statement = database.prepare(sql);
          // A single null would be interpreted as named parameters: always pass an array.
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
