import type { RootStatus } from '../../../shared/domain/doctor-report.ts';
import type { SourceId } from '../../../shared/domain/ids.ts';
import type { Dispose } from '../../../shared/lib/disposable.ts';
import { createEmitter } from '../../../shared/lib/emitter.ts';
import type { LedgerDelta } from '../../../shared/ports/ledger-writer.ts';
import type { FileProblem } from './discovery/file-problem.ts';
import type { ExtraFolder } from './discovery/source-roots.ts';
import { composeIngest } from './compose-ingest.ts';
import type { IngestOptions } from './ingest-options.ts';
import type { IngestProgress } from './scan-progress.ts';

/** Reads log files into the ledger, and keeps it up to date. */
export interface Ingest {
  /** Reads everything that is new, once. Rejects only when the ledger cannot be written. */
  scan(): Promise<void>;
  /** Like `scan`, but then follows the files, keeping the process alive until `stop`. */
  watch(): Promise<void>;
  /** Stops everything; what was read is committed. */
  stop(): Promise<void>;
  /** Reads changes immediately, even if it is too soon for `liveRestMs`. */
  readNow(): void;
  /** Searches all folders now; resolves when everything new is in the ledger, rejects as `scan` does. */
  rescan(): Promise<void>;
  /** Call when the store's cursors have changed: discards reads in progress, and continues from the new cursors. */
  startOver(): void;
  /** What the store threw on the last write; null as soon as everything has been written. */
  failure(): unknown;
  /** Changes the user's folders; they are searched with the next `rescan`. */
  setExtraFolders(folders: readonly ExtraFolder[]): void;
  /** While paused, nothing is read or checked. Resuming starts with a full pass. */
  setPaused(isPaused: boolean): void;
  /** Reports what every commit changed; commits that change nothing are not reported. */
  onDelta(listener: (delta: LedgerDelta) => void): Dispose;
  /** Reports the progress of reading, at most ten times a second. */
  onProgress(listener: (progress: IngestProgress) => void): Dispose;
  progress(): IngestProgress;
  /** Where the last search looked for each source's logs. */
  roots(): ReadonlyMap<SourceId, readonly RootStatus[]>;
  /** Files and folders that could not be read. */
  unreadable(): readonly FileProblem[];
}

/** Builds an ingest; it does nothing until it is started. Throws when the store cannot be read. */
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
    // Picks up what was written between the scan and the first event.
    sweeps.runInBackground();
    await sweeps.idle();
  };

  return {
    async scan() {
      // The only look: other systems' logs belong into it.
      await options.guests?.refresh();
      await sweeps.run();
    },
    async watch() {
      try {
        await sweeps.run();
      } finally {
        if (!state.isStopped() && !follower.isFollowing()) await follow();
      }
    },
    async stop() {
      state.stop();
      parts.pacing.close();
      await Promise.all([follower.stop(), queue.close()]);
      await sweeps.idle();
      progress.close();
    },
    readNow: follower.readNow,
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
