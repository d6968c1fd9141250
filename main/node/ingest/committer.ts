import type { SourceId } from '../../../shared/domain/ids.ts';
import { toKnownFile } from '../../../shared/ledger/cursor-position.ts';
import { toKnown } from './discovery/file-identity.ts';
import type { CursorStore, FileCursor, KnownFile, KnownFiles } from '../../../shared/ports/cursor-store.ts';
import type { LedgerBatch, LedgerDelta, LedgerWriter } from '../../../shared/ports/ledger-writer.ts';
import { batchBytes } from './file-reading.ts';
import { createYoungGenerationBound } from '../memory/young-generation.ts';

/** The longest time that data waits for its commit while reading continues. */
const maxWaitMs = 1000;

/**
 * How much log data goes into one commit. A few large commits take far less time than many small ones, because each
 * commit writes a ledger page only once. So while reading continues, commits grow from the size of one file's batch.
 * The upper limits keep what must be read again after a kill small, and keep the reader threads from running out of
 * work during a commit.
 */
const growth = { after: 4, factor: 2, maxBytes: 512 * 1024 * 1024, maxRecords: 3_000 } as const;

/** Callbacks of the committer. */
export interface CommitterEvents {
  /** Something changed in the ledger. */
  onDelta(delta: LedgerDelta): void;
  /** A write to the ledger failed: pending data was discarded and must be read again from the cursors. */
  onFailure(error: unknown): void;
}

/** Collects the batches of many files into few transactions, and knows every file's cursor. */
export interface Committer {
  /** Accepts a batch with this number of records; it is committed soon. Never throws. */
  add(batch: LedgerBatch, bytes: number, records?: number): void;
  /** Commits what is pending. Never throws. */
  flush(): void;
  /** The current cursor, including pending changes. */
  cursor(path: string): FileCursor | undefined;
  /**
   * Discards pending data and uses the store's cursors, because the store now uses another ledger. Throws what the
   * store throws.
   */
  reset(): void;
  /**
   * What is known about a file, committed or pending; undefined when it was never read or was gone at the last check.
   */
  known(path: string): KnownFile | undefined;
  /** Removes everything of a source from the ledger; returns the files it was read from. Never throws. */
  forgetSource(source: SourceId): readonly string[];
  /** Paths of all known files, as committed. */
  knownPaths(): Iterable<string>;
}

/** Batches that are waiting for their commit. */
interface Pending {
  readonly batches: LedgerBatch[];
  readonly cursors: Map<string, FileCursor>;
  bytes: number;
  records: number;
}

function createPending(): Pending {
  return { batches: [], cursors: new Map(), bytes: 0, records: 0 };
}

/**
 * Whether the pending data is enough for a commit; the limit grows with the number of full commits since reading began.
 */
function isFull({ bytes, records }: Pending, commits: number): boolean {
  const size = growth.factor ** Math.max(0, commits - growth.after + 1);
  return bytes >= Math.min(batchBytes * size, growth.maxBytes) || records >= growth.maxRecords;
}

/** Builds a committer for a store; throws when the store's known files cannot be read. */
export function createCommitter(store: CursorStore & LedgerWriter, events: CommitterEvents): Committer {
  // Does not hold the cursors themselves: there may be a hundred thousand, and few of them are needed again.
  let known = store.knownFiles();
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
      if (isDue || performance.now() - flushedAt >= maxWaitMs) commit();
    },
    flush() {
      commits = 0;
      commit();
    },
    reset() {
      pending = createPending();
      known = store.knownFiles();
    },
    cursor: (path) => pending.cursors.get(path) ?? store.cursor(path),
    known(path) {
      const waiting = pending.cursors.get(path);
      return waiting === undefined ? known.get(path) : toKnown(waiting);
    },
    forgetSource(source) {
      commit();
      const before = known;
      known = forgetIn(store, source, events) ?? known;
      return [...before.keys()].filter((path) => known.get(path) === undefined);
    },
    knownPaths: () => known.keys(),
  };
}

/** Removes a source from the store; returns the files that are known afterwards, or null when that failed. */
function forgetIn(store: CursorStore & LedgerWriter, source: SourceId, events: CommitterEvents): KnownFiles | null {
  try {
    const delta = store.forgetSource(source);
    if (delta.changedEvents > 0) events.onDelta(delta);
    return store.knownFiles();
  } catch (error) {
    events.onFailure(error);
    return null;
  }
}
