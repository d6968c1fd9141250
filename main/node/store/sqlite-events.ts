import type { EventStore, LedgerSourceStats } from '../../../shared/ports/event-store.ts';
import type { SqliteDatabase } from '../sqlite/sqlite-driver.ts';
import { createCellReader } from './tables/cells.ts';
import type { LedgerTables } from './tables/ledger-tables.ts';
import { createStatsReader } from './tables/read-stats.ts';
import { createSumReader } from './tables/sums.ts';
import { runReading } from './transaction.ts';

/**
 * Builds the read side of the events. `version` changes whenever the ledger does: counting all events takes a while, so
 * they are counted once per version.
 */
export function createSqliteEventStore(
  database: SqliteDatabase,
  { profiles, compacted, cursors, rollUps }: LedgerTables,
  version: () => string,
): EventStore {
  const readCells = createCellReader(database, profiles, compacted);
  const readSums = createSumReader(database, profiles);
  const readStats = createStatsReader(database);
  let known: { readonly version: string; readonly stats: readonly LedgerSourceStats[] } | null = null;
  return {
    cells: (query) => runReading(database, () => readCells(query)),
    sums: (query) => runReading(database, () => readSums(query, rollUps.dirtyDays())),
    stats() {
      const current = version();
      if (known?.version !== current) {
        const stats = runReading(database, () => readStats(cursors.sources(), rollUps.dirtyDays()));
        known = { version: current, stats };
      }
      return known.stats;
    },
  };
}
