import { takeBatch, type Counts, type WaitingCount } from './counts.ts';

/** Counts that are being sent. The receiver knows them by their id, so that a second copy does not count. */
export interface Batch {
  readonly id: string;
  readonly counts: readonly WaitingCount[];
}

/** Batches that are being sent, by kind: kept until the receiver confirms them. */
export type Batches = Readonly<Partial<Record<WaitingCount['kind'], Batch>>>;

/**
 * The next batch to send: exactly the last one if it may not have arrived, otherwise what is waiting, with a new id. Null
 * when nothing is waiting.
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

/** The first half of a batch that is too large for a receiver, as a batch of its own; null when it cannot be split. */
export function halve({ counts }: Batch, newId: () => string): Batch | null {
  return counts.length < 2 ? null : { id: newId(), counts: counts.slice(0, Math.floor(counts.length / 2)) };
}
