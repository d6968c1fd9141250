import type { RootStatus } from '../../../shared/domain/doctor-report.ts';
import type { SourceId } from '../../../shared/domain/ids.ts';
import type { Dispose } from '../../../shared/lib/disposable.ts';
import { createEmitter } from '../../../shared/lib/emitter.ts';
import type { LedgerDelta } from '../../../shared/ports/ledger-store.ts';
import type { FileProblem } from './discovery/file-problem.ts';
import type { ExtraFolder } from './discovery/source-roots.ts';
import { composeIngest } from './compose-ingest.ts';
import type { IngestOptions } from './ingest-options.ts';
import type { IngestProgress } from './scan-progress.ts';

/** Brings log files into the ledger, and keeps it up to date. */
export interface Ingest {
  /** Reads everything that is new, once. Rejects only when the ledger cannot be written. */
  scan(): Promise<void>;
  /** Like `scan`, and follows the files from then on, keeping the process alive until `stop`. */
  watch(): Promise<void>;
  /** Ends everything; what was read is committed. */
  stop(): Promise<void>;
  /** Reads at once what has changed, though it may be too soon for `liveRestMs`. */
  hurry(): void;
  /** Looks at all folders now; resolves when what is new is in the ledger, rejects as `scan` does. */
  rescan(): Promise<void>;
  /** The store's cursors are others than before: whatever is being read is dropped, and all is read on from them. */
  startOver(): void;
  /** What the store threw at the last write; null as soon as everything is in it. */
  failure(): unknown;
  /** Changes the person's folders; they are looked into with the next `rescan`. */
  setExtraFolders(folders: readonly ExtraFolder[]): void;
  /** While paused nothing is read or looked at. Going on begins with a look at everything. */
  setPaused(isPaused: boolean): void;
  /** Reports what every commit changed; commits that change nothing are not reported. */
  onDelta(listener: (delta: LedgerDelta) => void): Dispose;
  /** Reports how reading comes on, ten times a second at most. */
  onProgress(listener: (progress: IngestProgress) => void): Dispose;
  progress(): IngestProgress;
  /** Where each source's logs were looked for at the last look. */
  roots(): ReadonlyMap<SourceId, readonly RootStatus[]>;
  /** Files and folders that could not be read. */
  unreadable(): readonly FileProblem[];
}

/** Builds an ingest; it does nothing until told to. Throws when the store cannot be read. */
export function createIngest(options: IngestOptions): Ingest {
  const deltas = createEmitter<LedgerDelta>();
  const progressNews = createEmitter<IngestProgress>();
  let extraFolders = options.extraFolders;
  const parts = composeIngest(options, () => extraFolders, {
    onDelta: deltas.emit,
    onProgress: progressNews.emit,
  });
  const { state, sweeps, follower, queue, progress, committer, fileReader } = parts;

  const follow = async (): Promise<void> => {
    await follower.start();
    // What was written between the scan and the first event.
    sweeps.runInBackground();
    await sweeps.idle();
  };

  return {
    scan: sweeps.run,
    async watch() {
      try {
        await sweeps.run();
      } finally {
        if (!state.isStopped() && !follower.isFollowing()) await follow();
      }
    },
    async stop() {
      state.stop();
      await Promise.all([follower.stop(), queue.close()]);
      await sweeps.idle();
      progress.close();
    },
    hurry: follower.hurry,
    rescan: sweeps.run,
    startOver() {
      state.setStale(true);
      committer.reset();
      fileReader.forget();
      if (follower.isFollowing()) sweeps.runInBackground();
    },
    failure: () => state.reportedFailure()?.error ?? null,
    setExtraFolders: (folders) => void (extraFolders = folders),
    setPaused(isPaused) {
      if (isPaused === state.isPaused() || state.isStopped()) return;
      state.setPaused(isPaused);
      queue.setPaused(isPaused);
      follower.setPaused(isPaused);
      if (follower.isFollowing()) sweeps.runInBackground();
    },
    onDelta: deltas.on,
    onProgress: progressNews.on,
    progress: progress.current,
    roots: () => parts.discovery().roots,
    unreadable: parts.unreadable,
  };
}
