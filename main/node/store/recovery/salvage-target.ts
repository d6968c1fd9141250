import type { LimitReading } from '../../../../shared/domain/limit-window.ts';
import type { ProcessUsage } from '../../../../shared/domain/process-usage.ts';
import { absorbClusters } from '../../../../shared/ledger/absorb-records.ts';
import type { RowCluster } from '../../../../shared/ledger/cluster-rows.ts';
import { compactedId, type LineageLink } from '../../../../shared/ledger/event-table.ts';
import type { CompactedContents } from '../../../../shared/ledger/ledger-contents.ts';
import type { FileCursor } from '../../../../shared/ports/cursor-store.ts';
import type { ActivityContents } from '../tables/activity.ts';
import type { LedgerTables, WriteTables } from '../tables/ledger-tables.ts';

/** A part of a ledger's contents, to be added to another ledger. */
export interface SalvagedPart {
  readonly clusters: readonly RowCluster[];
  readonly links: readonly LineageLink[];
  readonly readings: readonly LimitReading[];
  readonly samples: readonly ProcessUsage[];
  readonly activity: ActivityContents;
  readonly cursors: readonly FileCursor[];
}

/** Whether another ledger's compacted data was added; `conflict` when it overlaps with the compacted data here. */
export type CompactedOutcome = 'added' | 'known' | 'conflict';

/** Receives the contents of another ledger. */
export interface SalvageTarget {
  /** Adds a part of another ledger in one transaction. Idempotent. */
  addPart(part: SalvagedPart): void;
  /** Adds all compacted data of another ledger, or none of it; call this before adding its events. */
  addCompacted(compacted: CompactedContents, links: Iterable<LineageLink>): CompactedOutcome;
}

/** Builds it. */
export function createSalvageTarget(tables: LedgerTables, write: WriteTables): SalvageTarget {
  const { activity: activityTable, events, limits, samples, cursors, compacted, rollUps } = tables;
  return {
    addPart({ clusters, links, readings, samples: usage, activity, cursors: unreadCursors }) {
      write(() => {
        absorbClusters(events, clusters, links);
        limits.add(readings);
        samples.addMissing(usage);
        activityTable.addMissing(activity);
        for (const cursor of unreadCursors) if (cursors.find(cursor.path) === undefined) cursors.put(cursor);
      }, true);
    },
    addCompacted({ cells, marks, names }, links) {
      return write((): CompactedOutcome => {
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
        return 'added';
      });
    },
  };
}
