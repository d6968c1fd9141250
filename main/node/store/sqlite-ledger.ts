import type { InspectableLedger } from '../../../shared/ledger/ledger-contents.ts';
import type { SqliteDatabase } from '../sqlite-driver.ts';
import { createLedgerTables, createWriteTables, type WriteTables } from './ledger-tables.ts';
import { readContents } from './read-contents.ts';
import { isSoundThroughout } from './schema.ts';
import { createSqliteEventStore } from './sqlite-events.ts';
import { createSqliteUpkeep, createSqliteWriter } from './sqlite-writer.ts';
import { createSalvageTarget, type SalvageTarget } from './take-in.ts';

/** A ledger in SQLite that can take in the contents of another one. */
export interface SqliteLedger extends InspectableLedger, SalvageTarget {
  /** Writes the whole ledger into an empty file, even if its own file was deleted. */
  copyTo(path: string): void;
  /** Changes whenever another connection has committed something. */
  commitVersion(): number;
  /** Reads and checks the whole file; false when it is damaged. */
  isSound(): boolean;
}

/**
 * Builds the ledger store on an open database of the newest schema. `close` is what the store's own `close` runs.
 * Methods throw what SQLite throws; a failed write has changed nothing. With `canWrite` false, upkeep does nothing.
 */
export function createSqliteLedger(database: SqliteDatabase, close: () => void, canWrite = true): SqliteLedger {
  const tables = createLedgerTables(database);
  const { cursors, limits } = tables;
  const readVersion = database.prepare('SELECT data_version AS version FROM pragma_data_version');
  const commitVersion = (): number => Number(readVersion.get()?.['version']);

  // SQLite's version does not change when this connection writes.
  let writes = 0;
  const writeTables = createWriteTables(database, tables);
  const write: WriteTables = (work, mayFill) => {
    writes += 1;
    return writeTables(work, mayFill);
  };

  return {
    ...createSqliteEventStore(database, tables, () => `${commitVersion()} ${writes}`),
    ...createSqliteWriter(tables, write),
    ...createSqliteUpkeep(database, tables, write, canWrite),
    ...createSalvageTarget(tables, write),
    cursors: cursors.all,
    knownFiles: cursors.known,
    cursor: cursors.find,
    latestLimitReadings: limits.latest,
    limitReadings: limits.readings,
    contents: () => readContents(database, tables),
    commitVersion,
    copyTo: (path) => database.exec(`VACUUM INTO '${path.replaceAll("'", "''")}'`),
    isSound: () => isSoundThroughout(database),
    close,
  };
}
