import { takeBatch, type Counts, type WaitingCount } from './counts.ts';

/** Counts that are being sent. The receiver knows them by their id, so that a second copy does not count. */
export interface Batch {
  readonly id: string;
  readonly counts: readonly WaitingCount[];
}

/** What is under way, by kind: kept until the receiver has said that it has it. */
export type Batches = Readonly<Partial<Record<WaitingCount['kind'], Batch>>>;

/**
 * What is to be sent now: the same as last time, to the letter, if nobody knows whether that arrived; else what waits, with
 * a new id. Null when nothing does.
 */
export function nextBatch(
  batches: Batches,
  counts: Counts,
  kind: WaitingCount['kind'],
  { max, newId }: { readonly max: number; readonly newId: () => string },
): Batch | null {
  const known = batches[kind];
  if (known !== undefined) return known;
  const waiting = takeBatch(counts, kind, max);
  return waiting.length === 0 ? null : { id: newId(), counts: waiting };
}

/** The first half of what a receiver does not take at once, as a batch of its own; null when it cannot be less. */
export function halve({ counts }: Batch, newId: () => string): Batch | null {
  return counts.length < 2 ? null : { id: newId(), counts: counts.slice(0, Math.floor(counts.length / 2)) };
}
