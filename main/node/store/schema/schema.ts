import { dayMs } from '../../../../shared/domain/instant.ts';
import { activityMigration } from '../tables/activity.ts';
import { readSubagentsAgain } from './subagents-again.ts';
import { encryptNewLedger, encryptionMigration } from '../names/encryption.ts';
import { addProfileColumns, profileVersion } from './profile-columns.ts';
import { processSamplesMigration } from '../tables/process-samples.ts';
import { limitMigration } from './old-limits.ts';
import { quartersADay } from '../tables/partial-sums.ts';
import type { SqliteDatabase } from '../../sqlite/sqlite-driver.ts';
import { runTransaction } from '../transaction.ts';

/** Marks a file as a Fuelgauge ledger: "Fuel" in ASCII. */
const applicationId = 0x4675656c;

/**
 * The migrations from one schema version to the next, except for new profile columns (see `profile-columns.ts`). A
 * ledger's version is the number of migrations it has been through. Released migrations never change; new ones are
 * appended.
 */
const migrations: readonly (string | ((database: SqliteDatabase) => void))[] = [
  `
  -- Each text once: names of sources, models, sessions, projects …
  CREATE TABLE texts (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT;

  -- The fields of an event that its owner decides; a session has a few profiles. traits: see profiles.ts
  CREATE TABLE profiles (
    id INTEGER PRIMARY KEY,
    source INTEGER NOT NULL REFERENCES texts,
    provider INTEGER NOT NULL REFERENCES texts,
    model INTEGER NOT NULL REFERENCES texts,
    session INTEGER NOT NULL REFERENCES texts,
    project INTEGER REFERENCES texts,
    branch INTEGER REFERENCES texts,
    entrypoint INTEGER REFERENCES texts,
    agent_version INTEGER REFERENCES texts,
    traits INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX profiles_by_session ON profiles (session, model);

  -- Threads named by replay hints or lineage; forks of one another have the same family.
  CREATE TABLE threads (
    id INTEGER PRIMARY KEY,
    source INTEGER NOT NULL REFERENCES texts,
    name INTEGER NOT NULL REFERENCES texts,
    family INTEGER NOT NULL,
    UNIQUE (source, name)
  ) STRICT;
  CREATE INDEX threads_by_family ON threads (family);

  -- One billed response. flags: 1 final, 2 replay of another (not counted)
  CREATE TABLE events (
    id INTEGER PRIMARY KEY,
    key_hash INTEGER NOT NULL,
    profile INTEGER NOT NULL REFERENCES profiles,
    at_ms INTEGER NOT NULL,
    owner_lag_ms INTEGER NOT NULL,
    flags INTEGER NOT NULL,
    input INTEGER NOT NULL,
    cache_5m INTEGER NOT NULL,
    cache_1h INTEGER NOT NULL,
    cache_read INTEGER NOT NULL,
    output INTEGER NOT NULL,
    reasoning INTEGER NOT NULL,
    web_searches INTEGER NOT NULL,
    logged_cost_micro_usd INTEGER,
    replay_group INTEGER,
    thread INTEGER REFERENCES threads
  ) STRICT;
  CREATE UNIQUE INDEX events_by_key ON events (key_hash);
  CREATE INDEX events_by_time ON events (at_ms);
  CREATE INDEX events_by_group ON events (replay_group) WHERE replay_group IS NOT NULL;
  CREATE INDEX events_by_thread ON events (thread) WHERE thread IS NOT NULL;

  -- More names of events. An event that was merged into another leaves a forward, and its id is never used again.
  CREATE TABLE aliases (hash INTEGER PRIMARY KEY, event INTEGER NOT NULL) STRICT;
  CREATE TABLE forwards (event INTEGER PRIMARY KEY, keeper INTEGER NOT NULL) STRICT;
  CREATE INDEX forwards_by_keeper ON forwards (keeper);

  CREATE TABLE limit_windows (
    id INTEGER PRIMARY KEY,
    source INTEGER NOT NULL REFERENCES texts,
    limit_id INTEGER NOT NULL REFERENCES texts,
    window_minutes INTEGER NOT NULL,
    UNIQUE (source, limit_id, window_minutes)
  ) STRICT;
  -- 0 where the provider gave no value, because a primary key cannot contain NULL.
  CREATE TABLE limit_readings (
    limit_window INTEGER NOT NULL REFERENCES limit_windows,
    observed_ms INTEGER NOT NULL,
    used_percent REAL NOT NULL,
    resets_ms INTEGER NOT NULL,
    plan INTEGER NOT NULL,
    limit_name INTEGER NOT NULL,
    PRIMARY KEY (limit_window, observed_ms, used_percent, resets_ms, plan, limit_name)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE cursors (
    path TEXT PRIMARY KEY,
    source TEXT NOT NULL,
    byte_offset INTEGER NOT NULL,
    inode TEXT NOT NULL,
    head_hash TEXT NOT NULL,
    head_bytes INTEGER NOT NULL,
    mtime_ms REAL NOT NULL,
    reader_state TEXT NOT NULL,
    is_gone INTEGER NOT NULL,
    lines INTEGER NOT NULL,
    event_rows INTEGER NOT NULL,
    skips TEXT NOT NULL,
    invisible_calls TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  `,
  `
  -- Compacted events, summed per quarter hour (slice: quarter hours since 1970). flags: 1 cost was logged, 2 replays
  -- Their names stay in aliases, with event 0 or the id of an event that no longer exists.
  ${createCells('compacted_cells', 'slice')}

  -- What identifies replays of compacted events. Without a thread (0), the source is ignored and bill is compared.
  CREATE TABLE compacted_marks (
    replay_group INTEGER NOT NULL,
    thread INTEGER NOT NULL,
    source INTEGER NOT NULL REFERENCES texts,
    bill INTEGER NOT NULL,
    output INTEGER NOT NULL,
    is_sidechain INTEGER NOT NULL,
    PRIMARY KEY (replay_group, thread, source, bill, output, is_sidechain)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX compacted_marks_by_thread ON compacted_marks (thread) WHERE thread > 0;
  `,
  `
  -- A session may have thousands of profiles: look them up by all their fields.
  DROP INDEX profiles_by_session;
  CREATE INDEX profiles_by_contents
    ON profiles (session, model, branch, project, agent_version, entrypoint, traits, provider, source);

  -- Sums of events, including compacted ones, per quarter hour and per day (UTC; counted from 1970). flags as in
  -- compacted_cells. The sums of a day in dirty_days are out of date: something in it has changed since.
  ${createCells('quarter_cells', 'slice')}
  ${createCells('day_cells', 'day')}
  CREATE TABLE dirty_days (day INTEGER PRIMARY KEY) STRICT;
  INSERT INTO dirty_days SELECT at_ms / ${dayMs} FROM events UNION SELECT slice / ${quartersADay} FROM compacted_cells;
  `,
  `
  -- Not every log grows line by line. kind: see CursorPosition; bytes: bytes read so far, for every kind.
  ALTER TABLE cursors ADD COLUMN kind TEXT NOT NULL DEFAULT 'offset';
  ALTER TABLE cursors RENAME COLUMN byte_offset TO bytes;
  ALTER TABLE cursors RENAME COLUMN invisible_calls TO unlogged_calls;
  `,
  limitMigration,
  `
  -- Flag 4: a recently added event is not in the indexes by name and by group (.github/adr/0010).
  DROP INDEX events_by_key;
  DROP INDEX events_by_group;
  CREATE UNIQUE INDEX events_by_key ON events (key_hash) WHERE flags & 4 = 0;
  CREATE INDEX events_by_group ON events (replay_group) WHERE replay_group IS NOT NULL AND flags & 4 = 0;
  `,
  // Only profile columns.
  '',
  processSamplesMigration,
  activityMigration,
  encryptionMigration,
  readSubagentsAgain,
];

/**
 * A table of sums. All have the same columns in the same order, since rows are copied between them unchanged.
 * Migrations use this: add a further column in a new migration, never here.
 */
function createCells(table: string, key: string): string {
  return `
  CREATE TABLE ${table} (
    ${key} INTEGER NOT NULL,
    profile INTEGER NOT NULL REFERENCES profiles,
    context_class INTEGER NOT NULL,
    flags INTEGER NOT NULL,
    first_ms INTEGER NOT NULL,
    last_ms INTEGER NOT NULL,
    events INTEGER NOT NULL,
    unfinished INTEGER NOT NULL,
    input INTEGER NOT NULL,
    cache_5m INTEGER NOT NULL,
    cache_1h INTEGER NOT NULL,
    cache_read INTEGER NOT NULL,
    output INTEGER NOT NULL,
    reasoning INTEGER NOT NULL,
    web_searches INTEGER NOT NULL,
    logged_cost_micro_usd INTEGER NOT NULL,
    PRIMARY KEY (${key}, profile, context_class, flags)
  ) STRICT, WITHOUT ROWID;`;
}

/** The schema version that this Fuelgauge writes. */
export const schemaVersion = Math.max(migrations.length, profileVersion);

/** What a database file contains: nothing yet, a usable ledger, one from a newer Fuelgauge, or something else. */
export type SchemaState = 'empty' | 'usable' | 'newer' | 'foreign';

/** Determines what a database contains. Passes on SQLite's error when the file is damaged or not a database. */
export function readSchemaState(database: SqliteDatabase): SchemaState {
  const objects = readNumber(database, 'SELECT count(*) AS value FROM sqlite_schema');
  const version = readSchemaVersion(database);
  const owner = readNumber(database, 'SELECT application_id AS value FROM pragma_application_id');
  if (objects === 0) return 'empty';
  if (owner !== applicationId) return 'foreign';
  return version > schemaVersion ? 'newer' : 'usable';
}

/** Migrates an empty database or an older ledger to the newest schema, in one transaction. */
export function migrate(database: SqliteDatabase): void {
  const version = readSchemaVersion(database);
  if (version === schemaVersion) return;
  runTransaction(database, () => {
    for (let next = version + 1; next <= schemaVersion; next += 1) {
      const migration = migrations[next - 1] ?? '';
      if (typeof migration === 'function') migration(database);
      database.exec((typeof migration === 'string' ? migration : '') + addProfileColumns(next));
    }
    database.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${schemaVersion}`);
    if (version === 0) encryptNewLedger(database);
  });
}

/** How many migrations a ledger has been through. */
export function readSchemaVersion(database: SqliteDatabase): number {
  return readNumber(database, 'SELECT user_version AS value FROM pragma_user_version');
}

/** Whether SQLite considers the file sound. Reads the whole file: a few seconds per gigabyte. */
export function isSound(database: SqliteDatabase): boolean {
  return database.prepare('PRAGMA quick_check(1)').get()?.['quick_check'] === 'ok';
}

/** Like `isSound`, but also checks indexes against their tables, and foreign keys: many times slower. */
export function isSoundThroughout(database: SqliteDatabase): boolean {
  const isIntact = database.prepare('PRAGMA integrity_check(1)').get()?.['integrity_check'] === 'ok';
  return isIntact && database.prepare('PRAGMA foreign_key_check').get() === undefined;
}

function readNumber(database: SqliteDatabase, sql: string): number {
  return Number(database.prepare(sql).get()?.['value']);
}
