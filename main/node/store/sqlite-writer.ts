import { absorbRecords } from '../../../shared/ledger/absorb-records.ts';
import { compactEvents } from '../../../shared/ledger/compact-events.ts';
import type { LedgerUpkeep } from '../../../shared/ports/ledger-upkeep.ts';
import type { LedgerWriter } from '../../../shared/ports/ledger-writer.ts';
import type { SqliteDatabase } from '../sqlite/sqlite-driver.ts';
import { forgetSource } from './tables/forget-source.ts';
import { hashName } from './tables/hash-name.ts';
import type { LedgerTables, WriteTables } from './tables/ledger-tables.ts';
import type { LogFolding } from './files/log-folding.ts';
import { splitRecords } from './split-records.ts';
import { runTransaction } from './transaction.ts';

/** Builds the write side that logs are read into. */
export function createSqliteWriter(database: SqliteDatabase, tables: LedgerTables, write: WriteTables): LedgerWriter {
  const { events, limits, cursors } = tables;
  return {
    forgetSource: (source) => write(() => forgetSource(database, tables, source)),
    apply(batches) {
      const { events: rows, links, readings } = splitRecords(batches);
      return write(() => {
        const delta = absorbRecords(events, rows, links, hashName);
        const newLimitReadings = limits.add(readings);
        for (const { cursor } of batches) cursors.put(cursor);
        return { ...delta, newLimitReadings };
      }, true);
    },
  };
}

/** Builds the upkeep. A reader (`canWrite` false) leaves the roll-ups to the writer. */
export function createSqliteUpkeep(
  database: SqliteDatabase,
  { events, rollUps }: LedgerTables,
  write: WriteTables,
  log: LogFolding | null,
  canWrite: boolean,
): LedgerUpkeep {
  return {
    compact({ beforeMs, maxEvents }) {
      const compactedEvents = write(() => compactEvents(events, beforeMs, maxEvents));
      return { compactedEvents, isDone: compactedEvents < maxEvents };
    },
    refreshRollups() {
      if (!canWrite) return;
      // The last one is usually today, which changes again at once: its few events can be summed on request.
      const days = rollUps.dirtyDays().slice(0, -1);
      const isFilling = events.isFilling();
      if (isFilling) write(() => undefined);
      if (days.length > 0) runTransaction(database, () => rollUps.refresh(days));
      // A lot was written. A later checkpoint would slow down whatever happens to be written then.
      if (isFilling) log?.fold();
      else log?.foldIfLong();
    },
  };
}
