import type { InspectableLedger } from '../../../shared/ledger/ledger-contents.ts';
import type { SqliteDatabase } from '../sqlite/sqlite-driver.ts';
import { createLedgerTables, createWriteTables, type WriteTables } from './tables/ledger-tables.ts';
import type { FileGuard } from './files/file-guard.ts';
import type { LogFolding } from './files/log-folding.ts';
import { readContents } from './tables/read-contents.ts';
import { type Salvage, salvage } from './recovery/salvage.ts';
import { isSoundThroughout } from './schema/schema.ts';
import { createSqliteEventStore } from './sqlite-events.ts';
import { createSqliteUpkeep, createSqliteWriter } from './sqlite-writer.ts';
import { createSalvageTarget, type SalvageTarget } from './recovery/salvage-target.ts';

/** A ledger in SQLite that can receive the contents of another one. */
export interface SqliteLedger extends InspectableLedger, SalvageTarget {
  /** Writes the whole ledger into an empty file, even if its own file was deleted. */
  copyTo(path: string): void;
  /** Changes whenever another connection has committed something. */
  commitVersion(): number;
  /** Reads and checks the whole file; false when it is damaged. */
  isSound(): boolean;
  /** How often this connection has written. */
  writes(): number;
  /** Copies everything that this connection can still read into another ledger. */
  salvageInto(target: SalvageTarget): Salvage;
  /** Knows whether another program has written into the file; null for a reader, and in memory. */
  readonly guard: FileGuard | null;
  /** Whether its write-ahead log is where other processes look for it. */
  isLogInPlace(): boolean;
}

/**
 * Builds the ledger store on an open database of the newest schema. `close` is what the store's own `close` runs.
 * Methods throw what SQLite throws; a failed write has changed nothing. With `canWrite` false, upkeep does nothing.
 */
export function createSqliteLedger(
  database: SqliteDatabase,
  close: () => void,
  { canWrite = true, log = null }: { readonly canWrite?: boolean; readonly log?: LogFolding | null } = {},
): SqliteLedger {
  const tables = createLedgerTables(database);
  const { activity, cursors, limits, samples } = tables;
  const readVersion = database.prepare('SELECT data_version AS version FROM pragma_data_version');
  const commitVersion = (): number => Number(readVersion.get()?.['version']);

  // SQLite's version does not change when this connection writes.
  let writes = 0;
  const writeTables = createWriteTables(database, tables);
  const write: WriteTables = (work, mayFill) => {
    writes += 1;
    const value = writeTables(work, mayFill);
    log?.foldIfLong();
    return value;
  };

  return {
    ...createSqliteEventStore(database, tables, () => `${commitVersion()} ${writes}`),
    ...createSqliteWriter(database, tables, write),
    ...createSqliteUpkeep(database, tables, write, log, canWrite),
    ...createSalvageTarget(tables, write),
    cursors: cursors.all,
    knownFiles: cursors.known,
    cursor: cursors.find,
    latestLimitReadings: limits.latest,
    limitReadings: limits.readings,
    processUsage: samples.list,
    addProcessUsage: (rows) => write(() => samples.add(rows)),
    thinProcessUsage: (order) => write(() => samples.thin(order)),
    activity: activity.list,
    activityCursors: activity.cursors,
    recordActivity: (batch) => write(() => activity.record(batch)),
    thinActivity: (order) => write(() => activity.thin(order)),
    forgetActivity(order) {
      // Overwrites what is freed, so that it cannot be found in free pages; folding clears it from the write-ahead log.
      database.exec('PRAGMA secure_delete = ON');
      const rows = write(() => activity.forget(order));
      database.exec('PRAGMA secure_delete = OFF');
      log?.fold();
      return rows;
    },
    contents: () => readContents(database, tables),
    commitVersion,
    copyTo: (path) => database.exec(`VACUUM INTO '${path.replaceAll("'", "''")}'`),
    isSound: () => isSoundThroughout(database),
    writes: () => writes,
    salvageInto: (target) => salvage(database, target),
    guard: log?.guard ?? null,
    isLogInPlace: () => log?.isInPlace() !== false,
    close,
  };
}
