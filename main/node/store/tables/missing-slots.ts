import { groupBy } from '../../../../shared/lib/group-by.ts';

/** A row of numbers over a span of time. A grain of 0 means an unknown time. */
interface Slot {
  readonly startMs: number;
  readonly grainMs: number;
}

/** The changes that a ledger needs to also hold another one's rows. */
export interface MissingSlots<Row> {
  readonly removed: readonly Row[];
  readonly added: readonly Row[];
}

/**
 * Compares the rows of two ledgers that may be two states of one. Slots are summed up in longer ones as they grow old, so
 * rows of the same subject that overlap may hold the same twice: where any do, all of the ledger with the larger sum
 * stay, because numbers only grow.
 */
export function findMissingSlots<Row extends Slot>(
  readPresent: () => readonly Row[],
  found: readonly Row[],
  toSubject: (row: Row) => string,
  toSum: (row: Row) => number,
): MissingSlots<Row> {
  if (found.length === 0) return { removed: [], added: [] };
  const present = readPresent();
  const own = new Set(present);
  const removed: Row[] = [];
  const added: Row[] = [];
  const total = (rows: readonly Row[]): number => rows.reduce((sum, row) => sum + toSum(row), 0);
  for (const rows of groupBy([...present, ...found], toSubject).values()) {
    for (const overlapping of groupOverlapping(rows)) {
      const ours = overlapping.filter((row) => own.has(row));
      const theirs = overlapping.filter((row) => !own.has(row));
      if (ours.length > 0 && total(theirs) <= total(ours)) continue;
      removed.push(...ours);
      added.push(...theirs);
    }
  }
  return { removed, added };
}

/** Rows that touch no row of another group. */
function groupOverlapping<Row extends Slot>(rows: readonly Row[]): readonly (readonly Row[])[] {
  const groups: Row[][] = [];
  let endMs = -Infinity;
  for (const row of rows.toSorted((left, right) => left.startMs - right.startMs)) {
    const group = groups.at(-1);
    if (group !== undefined && row.startMs < endMs) group.push(row);
    else groups.push([row]);
    endMs = Math.max(endMs, row.startMs + Math.max(row.grainMs, 1));
  }
  return groups;
}
