import type { FileCursor, LedgerBatch, LedgerDelta, LedgerStore } from '../../../shared/ports/ledger-store.ts';
import { batchBytes } from './file-reading.ts';
import { createYoungGenerationBound } from './threads/young-generation.ts';

/** While reading goes on nothing waits longer than this for its commit. */
const longestWaitMs = 1000;

/**
 * How much of the logs goes into one commit. Few large commits take far less time than many small ones, because a page
 * of the ledger is written once in each; so while reading goes on they grow, from what a single file hands over, up to
 * what a killed scan has soon read again, and what is done before the threads that read run out of work.
 */
const growth = { after: 4, factor: 2, mostBytes: 512 * 1024 * 1024, mostRecords: 3_000 } as const;

/** Whom the committer tells. */
export interface CommitterEvents {
  /** Something changed in the ledger. */
  onDelta(delta: LedgerDelta): void;
  /** The ledger refused a write: what was pending is dropped, and is to be read again from the cursors. */
  onFailure(error: unknown): void;
}

/** Gathers the batches of many files into few transactions, and knows every file's cursor. */
export interface Committer {
  /** Takes a batch of so many records over; it is committed soon. Never throws. */
  add(batch: LedgerBatch, bytes: number, records?: number): void;
  /** Commits what is pending. Never throws. */
  flush(): void;
  /** The cursor as it is, or as it will be when what is pending is committed. */
  cursor(path: string): FileCursor | undefined;
  /** Drops what is pending and goes by the store's cursors: another ledger stands behind it. Throws as the store does. */
  reset(): void;
  /** Cursors by path, as committed, of files that were there at the last look or have been read since. */
  cursors(): ReadonlyMap<string, FileCursor>;
}

/** Builds a committer over a store; throws when the store cannot tell its cursors. */
export function createCommitter(store: LedgerStore, events: CommitterEvents): Committer {
  let committed = new Map(store.cursors('present'));
  let pending: LedgerBatch[] = [];
  let pendingCursors = new Map<string, FileCursor>();
  let bytesPending = 0;
  let recordsPending = 0;
  let flushedAt = performance.now();
  /** Full commits since reading began. */
  let commits = 0;

  const dropPending = (): void => {
    pending = [];
    pendingCursors = new Map();
    bytesPending = 0;
    recordsPending = 0;
  };

  const boundYoungGeneration = createYoungGenerationBound();

  const commit = (): void => {
    flushedAt = performance.now();
    if (pending.length === 0) return;
    const batches = pending;
    const cursors = pendingCursors;
    dropPending();
    let delta: LedgerDelta;
    try {
      delta = store.apply(batches);
      boundYoungGeneration();
    } catch (error) {
      events.onFailure(error);
      return;
    }
    for (const [path, cursor] of cursors) committed.set(path, cursor);
    if (delta.changedEvents > 0 || delta.newLimitReadings > 0) events.onDelta(delta);
  };

  return {
    add(batch, bytes, records = batch.records.length) {
      pending.push(batch);
      pendingCursors.set(batch.cursor.path, batch.cursor);
      bytesPending += bytes;
      recordsPending += records;
      const size = growth.factor ** Math.max(0, commits - growth.after + 1);
      const isFull =
        bytesPending >= Math.min(batchBytes * size, growth.mostBytes) || recordsPending >= growth.mostRecords;
      if (isFull) commits++;
      if (isFull || performance.now() - flushedAt >= longestWaitMs) commit();
    },
    flush() {
      commits = 0;
      commit();
    },
    reset() {
      dropPending();
      committed = new Map(store.cursors('present'));
    },
    // A file that had been gone may be there again.
    cursor: (path) => pendingCursors.get(path) ?? committed.get(path) ?? store.cursor(path),
    cursors: () => committed,
  };
}
