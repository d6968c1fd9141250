import { toKnownFile } from '../../../shared/ledger/cursor-position.ts';
import { toKnown } from './discovery/file-identity.ts';
import type {
  FileCursor,
  KnownFile,
  LedgerBatch,
  LedgerDelta,
  LedgerStore,
} from '../../../shared/ports/ledger-store.ts';
import { batchBytes } from './file-reading.ts';
import { createYoungGenerationBound } from './threads/young-generation.ts';

/** While reading goes on nothing waits longer than this for its commit. */
const longestWaitMs = 1000;

/**
 * How much of the logs goes into one commit. Few large commits take far less time than many small ones, because a page
 * of the ledger is written once in each; so while reading goes on they grow, from what a single file hands over, up to
 * what a killed scan has soon read again, and what is done before the threads that read run out of work.
 */
const growth = { after: 4, factor: 2, maxBytes: 512 * 1024 * 1024, maxRecords: 3_000 } as const;

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
  /** What is known of a file, committed or pending; undefined when it was never read, or was gone at the last look. */
  known(path: string): KnownFile | undefined;
  /** Paths of all files that are known, as committed. */
  knownPaths(): Iterable<string>;
}

/** Batches that wait for their commit. */
interface Pending {
  readonly batches: LedgerBatch[];
  readonly cursors: Map<string, FileCursor>;
  bytes: number;
  records: number;
}

function createPending(): Pending {
  return { batches: [], cursors: new Map(), bytes: 0, records: 0 };
}

/** Whether so much waits that it is to be committed, after so many full commits since reading began. */
function isFull({ bytes, records }: Pending, commits: number): boolean {
  const size = growth.factor ** Math.max(0, commits - growth.after + 1);
  return bytes >= Math.min(batchBytes * size, growth.maxBytes) || records >= growth.maxRecords;
}

/** Builds a committer over a store; throws when the store cannot tell what it knows. */
export function createCommitter(store: LedgerStore, events: CommitterEvents): Committer {
  // Not the cursors themselves: there may be a hundred thousand, and few of them are asked for again.
  let known = new Map(store.knownFiles());
  let pending = createPending();
  let flushedAt = performance.now();
  /** Full commits since reading began. */
  let commits = 0;
  const boundYoungGeneration = createYoungGenerationBound();

  const commit = (): void => {
    flushedAt = performance.now();
    const { batches, cursors } = pending;
    if (batches.length === 0) return;
    pending = createPending();
    let delta: LedgerDelta;
    try {
      delta = store.apply(batches);
      boundYoungGeneration();
    } catch (error) {
      events.onFailure(error);
      return;
    }
    for (const [path, cursor] of cursors) {
      if (cursor.isGone) known.delete(path);
      else known.set(path, toKnownFile(cursor));
    }
    if (delta.changedEvents > 0 || delta.newLimitReadings > 0) events.onDelta(delta);
  };

  return {
    add(batch, bytes, records = batch.records.length) {
      pending.batches.push(batch);
      pending.cursors.set(batch.cursor.path, batch.cursor);
      pending.bytes += bytes;
      pending.records += records;
      const isDue = isFull(pending, commits);
      if (isDue) commits++;
      if (isDue || performance.now() - flushedAt >= longestWaitMs) commit();
    },
    flush() {
      commits = 0;
      commit();
    },
    reset() {
      pending = createPending();
      known = new Map(store.knownFiles());
    },
    cursor: (path) => pending.cursors.get(path) ?? store.cursor(path),
    known(path) {
      const waiting = pending.cursors.get(path);
      return waiting === undefined ? known.get(path) : toKnown(waiting);
    },
    knownPaths: () => known.keys(),
  };
}
