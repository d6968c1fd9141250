import { floorTo, minuteMs } from '../domain/instant.ts';
import type { UsageEvent } from '../domain/usage-event.ts';
import { clusterRows, type RowCluster } from './cluster-rows.ts';
import { compactedId, type EventTable, type LineageLink } from './event-table.ts';
import type { HashText, LedgerEvent } from './ledger-event.ts';
import { isSameEvent, isSameToReaders, mergeEvents } from './merge-events.ts';
import { findReplays } from './replays.ts';

/** What the absorbed rows changed for readers of the ledger. */
export interface EventDelta {
  /** Events that are new, have grown or moved, or that started or stopped counting. */
  readonly changedEvents: number;
  /**
   * Start of each minute in which these events are or were, UTC milliseconds, ascending. Cells of all other minutes are
   * unchanged.
   */
  readonly changedMinutes: readonly number[];
}

/**
 * Adds rows and lineage links to the table. The resulting table depends on the set of all rows and links ever absorbed,
 * not on order, batching or repetition, as long as nothing is compacted in between: a row under a name of a compacted
 * event counts as known, even if it would have made the event grow. Run it in a transaction: a failure midway leaves
 * the table half updated.
 */
export function absorbRecords(
  table: EventTable,
  rows: Iterable<UsageEvent>,
  links: Iterable<LineageLink>,
  hash: HashText,
): EventDelta {
  const clusters = clusterRows(rows, hash);
  table.expectNames?.(clusters.flatMap(({ names }) => names));
  return absorbClusters(table, clusters, links);
}

/** Like `absorbRecords`, for rows that were already joined. Use it to copy one ledger's contents into another. */
export function absorbClusters(
  table: EventTable,
  clusters: Iterable<RowCluster>,
  links: Iterable<LineageLink>,
): EventDelta {
  const changed = new Set<number>();
  const touchedGroups = new Set<number>();
  const changedMinutes = new Set<number>();
  const noteTime = (atMs: number): void => void changedMinutes.add(floorTo(atMs, minuteMs));
  const noteGroup = ({ replay }: LedgerEvent): void => {
    if (replay !== null) touchedGroups.add(replay.group);
  };

  /** The response was compacted. Events that turn out to be the same response were counted with it. */
  const forget = (ids: ReadonlySet<number>, newNames: ReadonlySet<string>): void => {
    for (const id of ids) {
      const event = table.load(id);
      table.remove(id, compactedId);
      changed.add(id);
      noteTime(event.atMs);
      noteGroup(event);
    }
    for (const name of newNames) table.addName(compactedId, name);
  };

  const insert = (event: LedgerEvent): number => {
    const id = table.insert(event);
    changed.add(id);
    noteTime(event.atMs);
    noteGroup(event);
    return id;
  };

  const absorb = ({ event, names }: RowCluster): void => {
    // Fast path for nearly all clusters: creates no sets.
    if (names.length === 1 && table.idOf(event.key) === null) return void insert(event);
    const newNames = new Set<string>();
    const ids = new Set<number>();
    for (const name of names) {
      const id = table.idOf(name);
      if (id === null) newNames.add(name);
      else ids.add(id);
    }
    if (ids.delete(compactedId)) return forget(ids, newNames);
    const [keeper, ...losers] = [...ids].sort((left, right) => left - right);
    if (keeper === undefined) {
      const id = insert(event);
      for (const name of newNames) if (name !== event.key) table.addName(id, name);
      return;
    }

    const before = table.load(keeper);
    let merged = mergeEvents(before, event);
    for (const loser of losers) {
      const other = table.load(loser);
      merged = mergeEvents(merged, other);
      table.remove(loser, keeper);
      changed.delete(loser);
      noteTime(other.atMs);
      noteGroup(other);
    }
    if (!isSameEvent(before, merged)) {
      table.replace(keeper, merged);
      noteGroup(before);
      noteGroup(merged);
    }
    if (losers.length > 0 || !isSameToReaders(before, merged)) {
      changed.add(keeper);
      noteTime(before.atMs);
      noteTime(merged.atMs);
    }
    for (const name of newNames) if (name !== merged.key) table.addName(keeper, name);
  };

  for (const cluster of clusters) absorb(cluster);
  for (const link of links) for (const group of table.link(link)) touchedGroups.add(group);
  for (const group of table.suspectGroups?.(touchedGroups) ?? touchedGroups) {
    const { members, marks } = table.groupOf(group);
    const replays = findReplays(members, marks);
    for (const { id, event, isReplay } of members) {
      if (isReplay === replays.has(id)) continue;
      table.setReplay(id, !isReplay);
      changed.add(id);
      noteTime(event.atMs);
    }
  }
  return { changedEvents: changed.size, changedMinutes: [...changedMinutes].sort((left, right) => left - right) };
}
