import { quarterHourMs } from '../domain/instant.ts';
import type { UsageCell } from '../domain/usage-cell.ts';
import { type CompactedMark, toCompactedMark } from './compacted-marks.ts';
import type { StoredMember } from './event-table.ts';
import { toCell } from './sum-cells.ts';

/**
 * Length of a compacted slice. It must never be longer: time zone offsets are multiples of a quarter of an hour, so
 * these are the longest slices from which the days of every zone can be assembled (.github/adr/0005).
 */
export const compactedGrainMs = quarterHourMs;

/** A sum of compacted events that agree in everything reports distinguish, including whether their cost was logged. */
export interface CompactedCell {
  readonly cell: UsageCell;
  /** The events were replays of others: only `stats` counts them. */
  readonly isReplay: boolean;
}

/** What compaction needs from a ledger's table, inside a transaction. */
export interface CompactableTable {
  /** The oldest events before an instant, at most `maxEvents` of them. */
  oldestBefore(beforeMs: number, maxEvents: number): readonly Pick<StoredMember, 'id' | 'event' | 'isReplay'>[];
  /** Adds to the sum of the events compacted into the same slice with the same properties. */
  addToCell(part: CompactedCell): void;
  addMark(mark: CompactedMark): void;
  /** Removes an event. Its names stay and resolve to `compactedId`. */
  compact(id: number): void;
}

/** Compacts the oldest events before an instant and returns how many. Fewer than `maxEvents` means that none are left. */
export function compactEvents(table: CompactableTable, beforeMs: number, maxEvents: number): number {
  const old = table.oldestBefore(beforeMs, maxEvents);
  for (const { id, event, isReplay } of old) {
    table.addToCell({ cell: toCell(event, compactedGrainMs), isReplay });
    // A replay needs no mark: the event it was billed with has one, or is still in the table.
    const mark = isReplay ? null : toCompactedMark(event);
    if (mark !== null) table.addMark(mark);
    table.compact(id);
  }
  return old.length;
}
