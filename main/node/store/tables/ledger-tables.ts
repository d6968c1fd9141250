import type { SqliteDatabase } from '../../sqlite/sqlite-driver.ts';
import { type ActivityTable, createActivityTable } from './activity.ts';
import { type CompactedTable, createCompactedTable } from './compacted.ts';
import { createCursorTable, type CursorTable } from './cursors.ts';
import { createEventRows, type EventRows } from './event-rows.ts';
import { createSqliteEventTable, type SqliteEventTable } from './events.ts';
import { createLimitTable, type LimitTable } from './limits.ts';
import { createProcessSampleTable, type ProcessSampleTable } from './process-samples.ts';
import { createProfileTable, type ProfileTable } from './profiles.ts';
import { createRollUps, type RollUps } from './roll-ups.ts';
import { createTextTable, type TextTable } from './texts.ts';
import { createThreadTable, type ThreadTable } from './threads.ts';
import { runTransaction } from '../transaction.ts';

/** The tables of an open ledger. */
export interface LedgerTables {
  readonly texts: TextTable;
  readonly profiles: ProfileTable;
  readonly threads: ThreadTable;
  readonly eventRows: EventRows;
  readonly events: SqliteEventTable;
  readonly compacted: CompactedTable;
  readonly rollUps: RollUps;
  readonly limits: LimitTable;
  readonly samples: ProcessSampleTable;
  readonly activity: ActivityTable;
  readonly cursors: CursorTable;
}

/** Builds the access to all tables. Throws what SQLite throws when one is missing. */
export function createLedgerTables(database: SqliteDatabase): LedgerTables {
  const texts = createTextTable(database);
  const profiles = createProfileTable(database, texts);
  const threads = createThreadTable(database, texts);
  const eventRows = createEventRows(profiles, threads);
  const compacted = createCompactedTable(database, texts, profiles, threads);
  const rollUps = createRollUps(database);
  return {
    texts,
    profiles,
    threads,
    eventRows,
    compacted,
    rollUps,
    events: createSqliteEventTable(database, eventRows, threads, compacted, rollUps.noteChange),
    limits: createLimitTable(database, texts),
    samples: createProcessSampleTable(database, texts),
    activity: createActivityTable(database, texts),
    cursors: createCursorTable(database),
  };
}

/** Runs work on the tables in one write transaction. With `mayFill`, it may begin a first scan (see first-fill.ts). */
export type WriteTables = <Value>(work: () => Value, mayFill?: boolean) => Value;

/** Builds it. If the work throws, nothing has changed and the error is rethrown. */
export function createWriteTables(database: SqliteDatabase, tables: LedgerTables): WriteTables {
  const { events, profiles, rollUps, texts, threads } = tables;
  return (work, mayFill = false) => {
    try {
      return runTransaction(database, () => {
        texts.remember();
        events.begin(mayFill);
        rollUps.begin();
        const value = work();
        events.end();
        rollUps.markDirty();
        return value;
      });
    } catch (error) {
      events.forget();
      profiles.forget();
      threads.forget();
      throw error;
    } finally {
      texts.forget();
    }
  };
}
