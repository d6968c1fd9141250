import { quarterHourMs } from '../domain/instant.ts';
import type { UsageCell } from '../domain/usage-cell.ts';
import { type CompactedMark, toCompactedMark } from './compacted-marks.ts';
import type { StoredMember } from './event-table.ts';
import { toCell } from './sum-cells.ts';

/**
 * Length of a compacted slice. Never longer: offsets of time zones are multiples of a quarter of an hour, so these
 * slices are the longest ones of which the days of every zone can be made (.github/adr/0005).
 */
export const compactedGrainMs = quarterHourMs;

/** A sum of compacted events that agree in everything reports tell apart, whether their cost was logged included. */
export interface CompactedCell {
  readonly cell: UsageCell;
  /** They were replays of others: known to `stats`, counted by nothing else. */
  readonly isReplay: boolean;
}

/** What compaction asks of a ledger's table, inside of a transaction. */
export interface CompactableTable {
  /** The oldest events before an instant, a few of them. */
  oldestBefore(beforeMs: number, most: number): readonly Pick<StoredMember, 'id' | 'event' | 'isReplay'>[];
  /** Adds to the sum of what was compacted in the same slice with the same properties. */
  addToCell(part: CompactedCell): void;
  addMark(mark: CompactedMark): void;
  /** Removes an event. Its names stay and lead to `compactedId`. */
  compact(id: number): void;
}

/** Compacts the oldest events before an instant; returns how many. Fewer than `most` means that none is left. */
export function compactEvents(table: CompactableTable, beforeMs: number, most: number): number {
  const old = table.oldestBefore(beforeMs, most);
  for (const { id, event, isReplay } of old) {
    table.addToCell({ cell: toCell(event, compactedGrainMs), isReplay });
    // A replay needs no mark: the event with which it was billed has one, or is still there.
    const mark = isReplay ? null : toCompactedMark(event);
    if (mark !== null) table.addMark(mark);
    table.compact(id);
  }
  return old.length;
}
