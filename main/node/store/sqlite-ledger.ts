import { absorbClusters, absorbRecords } from '../../../shared/ledger/absorb-records.ts';
import { compactEvents } from '../../../shared/ledger/compact-events.ts';
import { compactedId, type LineageLink } from '../../../shared/ledger/event-table.ts';
import type { CompactedContents } from '../../../shared/ledger/ledger-contents.ts';
import type { LedgerSourceStats } from '../../../shared/ports/ledger-store.ts';
import { createCellReader } from './cells.ts';
import { createCompactedTable } from './compacted.ts';
import { createCursorTable } from './cursors.ts';
import { createSqliteEventTable } from './events.ts';
import { createEventRows } from './event-rows.ts';
import { hashName } from './hash-name.ts';
import type { InspectableLedger } from '../../../shared/ledger/ledger-contents.ts';
import { createLimitTable } from './limits.ts';
import { createProfileTable } from './profiles.ts';
import { readContents } from './read-contents.ts';
import type { SalvagedPart } from './salvaged-part.ts';
import { isSoundThroughout } from './schema.ts';
import { createRollUps } from './roll-ups.ts';
import { createStatsReader } from './read-stats.ts';
import { createSumReader } from './sums.ts';
import { splitRecords } from './split-records.ts';
import type { SqliteDatabase } from '../sqlite-driver.ts';
import { createTextTable } from './texts.ts';
import { createThreadTable } from './threads.ts';
import { runReading, runTransaction } from './transaction.ts';

/** Whether another ledger's compacted data was taken in; `conflict` when it overlaps with the compacted data here. */
export type TakenCompacted = 'taken' | 'known' | 'conflict';

/** A ledger in SQLite that can take in the contents of another one. */
export interface SqliteLedger extends InspectableLedger {
  /** Writes the whole ledger into an empty file, even if its own file was deleted. */
  copyTo(path: string): void;
  /** Changes whenever another connection has committed something. */
  commitVersion(): number;
  /** Reads and checks the whole file; false when it is damaged. */
  isSound(): boolean;
  /** Takes in a part of another ledger in one transaction. Idempotent. */
  takeIn(part: SalvagedPart): void;
  /** Takes in all compacted data of another ledger, or none of it; call this before taking in its events. */
  takeInCompacted(compacted: CompactedContents, links: Iterable<LineageLink>): TakenCompacted;
}

/**
 * Builds the ledger store on an open database of the newest schema. `close` is what the store's own `close` runs.
 * Methods throw what SQLite throws; a failed `apply` has changed nothing. A reader process settles nothing.
 */
export function createSqliteLedger(database: SqliteDatabase, close: () => void, canWrite = true): SqliteLedger {
  const texts = createTextTable(database);
  const profiles = createProfileTable(database, texts);
  const threads = createThreadTable(database, texts);
  const eventRows = createEventRows(profiles, threads);
  const compacted = createCompactedTable(database, texts, profiles, threads);
  const rollUps = createRollUps(database);
  const events = createSqliteEventTable(database, eventRows, threads, compacted, rollUps.noteChange);
  const limits = createLimitTable(database, texts);
  const cursors = createCursorTable(database);
  const readVersion = database.prepare('SELECT data_version AS version FROM pragma_data_version');
  const readStats = createStatsReader(database);
  const readCells = createCellReader(database, profiles, compacted);
  const readSums = createSumReader(database, profiles);
  // Counted once per state of the ledger. The version reveals other writers' commits.
  let known: { readonly version: number; readonly stats: readonly LedgerSourceStats[] } | null = null;
  const commitVersion = (): number => Number(readVersion.get()?.['version']);

  const write = <Value>(work: () => Value, mayFill = false): Value => {
    known = null;
    try {
      return runTransaction(database, () => {
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
    }
  };

  return {
    commitVersion,
    copyTo: (path) => database.exec(`VACUUM INTO '${path.replaceAll("'", "''")}'`),
    cursors: () => cursors.all(),
    knownFiles: () => cursors.known(),
    cursor: (path) => cursors.find(path),
    apply(batches) {
      const { events: rows, links, readings } = splitRecords(batches);
      return write(() => {
        const delta = absorbRecords(events, rows, links, hashName);
        const newLimitReadings = limits.add(readings);
        for (const { cursor } of batches) cursors.put(cursor);
        return { ...delta, newLimitReadings };
      }, true);
    },
    compact({ beforeMs, maxEvents }) {
      const compactedEvents = write(() => compactEvents(events, beforeMs, maxEvents));
      return { compactedEvents, isDone: compactedEvents < maxEvents };
    },
    isSound: () => isSoundThroughout(database),
    takeIn({ clusters, links, readings, cursors: places }) {
      write(() => {
        absorbClusters(events, clusters, links);
        limits.add(readings);
        for (const cursor of places) if (cursors.find(cursor.path) === undefined) cursors.put(cursor);
      }, true);
    },
    takeInCompacted({ cells, marks, names }, links) {
      return write((): TakenCompacted => {
        const ids = names.map((name) => events.idOf(name));
        const known = ids.filter((id) => id === compactedId).length;
        if (known > 0) return known === names.length ? 'known' : 'conflict';
        for (const part of cells) {
          compacted.addToCell(part);
          rollUps.noteChange(part.cell.startMs);
        }
        for (const mark of marks) compacted.addMark(mark);
        absorbClusters(events, [], links);
        names.forEach((name) => {
          // Look up each time: one event may have several of the names.
          const id = events.idOf(name);
          if (id === null) events.addName(compactedId, name);
          else if (id !== compactedId) events.remove(id, compactedId);
        });
        return 'taken';
      });
    },
    cells: (query) => runReading(database, () => readCells(query)),
    sums: (query) => runReading(database, () => readSums(query, rollUps.dirtyDays())),
    refreshRollups() {
      if (!canWrite) return;
      // The last one is usually today, which changes again at once: its few events can be summed on request.
      const days = rollUps.dirtyDays().slice(0, -1);
      const isFilling = events.isFilling();
      if (isFilling) write(() => undefined);
      if (days.length > 0) runTransaction(database, () => rollUps.refresh(days));
      // A lot was written. A later checkpoint would slow down whatever happens to be written then.
      if (isFilling) database.exec('PRAGMA wal_checkpoint(PASSIVE)');
    },
    latestLimitReadings: (atMs) => limits.latest(atMs),
    limitReadings: (query) => limits.readings(query),
    stats() {
      const version = commitVersion();
      if (known?.version !== version) {
        const stats = runReading(database, () => readStats(cursors.sources(), rollUps.dirtyDays()));
        known = { version, stats };
      }
      return known.stats;
    },
    contents: () => readContents(database, eventRows, limits, cursors, compacted),
    close,
  };
}
