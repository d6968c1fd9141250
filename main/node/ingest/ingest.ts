import { stat } from 'node:fs/promises';
import type { RootStatus } from '../../../shared/domain/doctor-report.ts';
import type { SourceId } from '../../../shared/domain/ids.ts';
import type { Dispose } from '../../../shared/lib/disposable.ts';
import { createEmitter } from '../../../shared/lib/emitter.ts';
import { toBytesRead } from '../../../shared/ledger/cursor-position.ts';
import type { Clock } from '../../../shared/ports/clock.ts';
import type { LedgerDelta, LedgerStore } from '../../../shared/ports/ledger-store.ts';
import type { Logger } from '../../../shared/ports/logger.ts';
import type { ScanStatus } from '../../../shared/snapshot/app-snapshot.ts';
import type { HostEnvironment, Source } from '../../../shared/sources/source.ts';
import { createCommitter } from './committer.ts';
import { discoverFiles, type Discovery, type FoundFile } from './discovery/discover-files.ts';
import { createChangeGate } from './watching/change-gate.ts';
import { findEventTrust, toSweepDelay, type EventTrust } from './watching/event-trust.ts';
import type { FileProblem } from './discovery/file-problem.ts';
import { createReadingDesk } from './file-reading-desk.ts';
import { databaseOf } from './discovery/database-files.ts';
import { lookAtLog } from './discovery/look-at-log.ts';
import { createHeartbeat, type Heartbeat } from './watching/heartbeat.ts';
import { createHotFiles } from './watching/hot-files.ts';
import { createReadQueue } from './read-queue.ts';
import { startScanWorkers, type ScanWorkers } from './threads/scan-workers.ts';
import { createScanProgress, type IngestProgress } from './scan-progress.ts';
import { findOwner, isLogFolder, toSourceRoots, type ExtraFolder, type LogOwner } from './discovery/source-roots.ts';
import { createFolderWatcher, type FolderWatcher } from './watching/watch-folders.ts';

/** How often ingest looks of its own accord. */
export interface IngestTiming {
  /** Between two beats: each looks for clock jumps, and every third for roots that were missing. */
  readonly heartbeatMs: number;
  /** Between two looks at all folders, when trust in events is not to decide it. */
  readonly sweepMs: number | null;
  /** How long to wait for the events to be set up. */
  readonly readyMs: number;
}

const defaultTiming: IngestTiming = { heartbeatMs: 5000, sweepMs: null, readyMs: 10_000 };
const beatsPerRootLook = 3;

/** A pass that has more than this to read shows its progress; smaller ones are done before anybody could look. */
const longPassBytes = 16 * 1024 * 1024;

/** A pass that has more than this to read is worth threads of its own. */
const workersFromBytes = 64 * 1024 * 1024;

/**
 * Files given out at once. On this thread: the system fetches one while another is parsed. To other threads: they must
 * not run out of work while this one writes the ledger.
 */
const queueWidth = { here: 4, elsewhere: 128 } as const;

/** What ingest works with. */
export interface IngestOptions {
  readonly sources: readonly Source[];
  readonly host: HostEnvironment;
  /** Folders that the person named in the settings. */
  readonly extraFolders: readonly ExtraFolder[];
  /** Written by ingest alone. */
  readonly store: LedgerStore;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly timing?: Partial<IngestTiming>;
  /** While logs keep growing so long lies between two looks at them; asked for again each time. None if not given. */
  readonly liveRestMs?: () => number;
}

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
  /** Tells what every commit changed; commits that change nothing are not told. */
  onDelta(listener: (delta: LedgerDelta) => void): Dispose;
  /** Tells how reading comes on, ten times a second at most. */
  onProgress(listener: (progress: IngestProgress) => void): Dispose;
  progress(): IngestProgress;
  /** Where each source's logs were looked for at the last look. */
  roots(): ReadonlyMap<SourceId, readonly RootStatus[]>;
  /** Files and folders that could not be read. */
  unreadable(): readonly FileProblem[];
}

/** Builds an ingest; it does nothing until told to. Throws when the store cannot be read. */
export function createIngest(options: IngestOptions): Ingest {
  const { clock, logger, host } = options;
  const timing = { ...defaultTiming, ...options.timing };
  const deltas = createEmitter<LedgerDelta>();
  const progressNews = createEmitter<IngestProgress>();
  const progress = createScanProgress(progressNews.emit);

  let extraFolders = options.extraFolders;
  let discovery: Discovery = { files: [], folders: [], roots: new Map(), problems: [] };
  let owners = new Map<string, LogOwner>();
  /** Bytes of each file that the current pass has still to account for. */
  let due = new Map<string, number>();
  let failure: { readonly error: unknown } | null = null;
  /** The same until a pass has ended without one: a new try is no news yet. */
  let toldFailure: { readonly error: unknown } | null = null;
  let basePhase: Exclude<ScanStatus['phase'], 'paused' | 'failed'> = 'starting';
  let isPaused = false;
  let isStopped = false;
  let running: Promise<void> | null = null;
  let isAgainWanted = false;
  /** What is being read goes on from cursors that do not hold any more. */
  let isStale = false;
  let sweptAtMs = -Infinity;
  let folderTrust: 'full' | 'partial' = 'partial';
  let beats = 0;
  let watcher: FolderWatcher | null = null;
  let workers: ScanWorkers | null = null;
  let heartbeat: Heartbeat | null = null;

  const tellPhase = (): void => {
    progress.setPhase(toldFailure !== null ? 'failed' : isPaused ? 'paused' : basePhase);
  };

  const credit = (path: string, bytes: number): void => {
    const left = due.get(path);
    if (left === undefined) return;
    due.set(path, Math.max(0, left - bytes));
    progress.addBytes(Math.min(left, bytes));
  };

  /** What happens to a database's companions happens to the database. */
  const toLogPath = (path: string): string => {
    const database = databaseOf(path);
    return database !== null && ownerOf(database)?.stream.kind === 'database' ? database : path;
  };

  const ownerOf = (path: string): LogOwner | undefined => owners.get(path) ?? findOwner(path, discovery.folders);

  const committer = createCommitter(options.store, {
    onDelta: deltas.emit,
    onFailure: (error) => {
      if (toldFailure === null) logger.error('the ledger cannot be written', error);
      failure = { error };
      toldFailure = failure;
      desk.forget();
      tellPhase();
    },
  });

  const desk = createReadingDesk({
    committer,
    findOwner: ownerOf,
    shouldStop: () => isPaused || isStopped || isStale || failure !== null,
    onBytes: credit,
    onSeen: (path, facts) => hotFiles.touch(path, facts),
    onAgain: (path) => queue.addFirst(path),
    readElsewhere: (file, sink) => workers?.read(file, sink) ?? Promise.resolve(null),
  });

  const queue = createReadQueue({
    width: () => (workers === null ? queueWidth.here : queueWidth.elsewhere),
    async run(path) {
      try {
        await desk.read(path);
      } catch (error) {
        logger.error('reading a log file failed', error);
      }
      const left = due.get(path);
      if (left === undefined || isPaused) return;
      credit(path, left);
      due.delete(path);
      progress.addFile();
    },
    onQuiet: () => {
      committer.flush();
      desk.rest();
    },
  });

  const gate = createChangeGate({
    restMs: options.liveRestMs ?? (() => 0),
    onChanges(paths) {
      if (!isPaused) for (const path of paths) queue.addFirst(path);
    },
  });

  const hotFiles = createHotFiles({
    clock,
    onChange: (path) => gate.note(path),
    trust: () => eventTrust(),
    look: (path) => lookAtLog(path, ownerOf(path)?.stream),
  });
  hotFiles.setPaused(true);

  const eventTrust = (): EventTrust => (watcher?.isImpaired() === true ? 'broken' : folderTrust);
  const unreadable = (): readonly FileProblem[] => [...discovery.problems, ...desk.problems()];

  const pass = async (): Promise<void> => {
    if (isStale) {
      await queue.idle();
      isStale = false;
    }
    failure = null;
    sweptAtMs = performance.now();
    discovery = await discoverFiles(toSourceRoots(options.sources, host, extraFolders));
    owners = new Map(discovery.files.map((file) => [file.path, file]));
    folderTrust = await findEventTrust(host.platform, toWatchedPaths(discovery));
    if (isStopped) return;
    await desk.markGone((path) => owners.has(path));
    const fresh = discovery.files.filter((file) => desk.needsRead(file.path, file));
    // What was written last concerns today.
    fresh.sort((left, right) => right.mtimeMs - left.mtimeMs);
    const bytesLeft = beginProgress(fresh);
    for (const file of discovery.files) hotFiles.touch(file.path, file);
    if (bytesLeft >= workersFromBytes) workers = await startScanWorkers();
    queue.add(fresh.map((file) => file.path));
    await queue.idle();
    workers?.close();
    workers = null;
    committer.flush();
    watcher?.setFolders(toWatchedPaths(discovery));
    if (isStopped) return;
    due = new Map();
    toldFailure = failure;
    basePhase = 'watching';
    tellPhase();
  };

  /** Returns how many bytes are left to read. */
  const beginProgress = (fresh: readonly FoundFile[]): number => {
    const toDue = (file: FoundFile): number => {
      const cursor = committer.cursor(file.path);
      return Math.max(0, file.size - (cursor === undefined ? 0 : toBytesRead(cursor.position)));
    };
    const left = new Map(fresh.map((file) => [file.path, toDue(file)]));
    const bytesLeft = sum(left.values());
    const total = { files: discovery.files.length, bytes: sum(discovery.files.map((file) => file.size)) };
    const isLong = basePhase === 'starting' || bytesLeft >= longPassBytes;
    due = isLong ? left : new Map();
    basePhase = isLong ? 'scanning' : 'watching';
    progress.begin(total, isLong ? { files: total.files - left.size, bytes: total.bytes - bytesLeft } : total);
    tellPhase();
    return bytesLeft;
  };

  const sweep = (): Promise<void> => {
    if (isStopped) return Promise.resolve();
    isAgainWanted = running !== null;
    running ??= (async () => {
      try {
        do {
          isAgainWanted = false;
          await pass();
        } while (!isStopped && (isStale || (isAgainWanted && failure === null)));
      } finally {
        running = null;
      }
    })();
    return running;
  };

  const sweepOrThrow = async (): Promise<void> => {
    await sweep();
    if (failure !== null) throw new Error('the ledger cannot be written', { cause: failure.error });
  };

  const sweepInBackground = (): void => {
    if (isPaused || isStopped) return;
    sweep().catch((error: unknown) => logger.error('looking for log files failed', error));
  };

  const onBeat = async (hasJumped: boolean): Promise<void> => {
    if (isPaused || running !== null) return;
    const hasTrouble = toldFailure !== null || unreadable().length > 0;
    const isDue = performance.now() - sweptAtMs >= (timing.sweepMs ?? toSweepDelay(eventTrust(), hasTrouble));
    const looksForRoots = ++beats % beatsPerRootLook === 0;
    if (hasJumped || isDue || (looksForRoots && (await hasNewRoot(discovery)))) sweepInBackground();
  };

  const follow = async (): Promise<void> => {
    hotFiles.setPaused(isPaused);
    heartbeat = createHeartbeat({ clock, everyMs: timing.heartbeatMs, onBeat: (hasJumped) => void onBeat(hasJumped) });
    watcher = createFolderWatcher({
      isLog: (path) => ownerOf(toLogPath(path)) !== undefined,
      isLogFolder: (path) => isLogFolder(path, discovery.folders),
      onFile: (path) => gate.note(toLogPath(path)),
      onFolder: sweepInBackground,
      logger,
    });
    watcher.setFolders(toWatchedPaths(discovery));
    await watcher.ready(timing.readyMs);
    // What was written between the scan and the first event.
    sweepInBackground();
    await running;
  };

  return {
    scan: sweepOrThrow,
    async watch() {
      try {
        await sweepOrThrow();
      } finally {
        if (!isStopped && heartbeat === null) await follow();
      }
    },
    async stop() {
      isStopped = true;
      heartbeat?.close();
      hotFiles.close();
      gate.close();
      await Promise.all([watcher?.close(), queue.close()]);
      await running;
      progress.close();
    },
    hurry: gate.open,
    rescan: sweepOrThrow,
    startOver() {
      isStale = true;
      committer.reset();
      desk.forget();
      if (heartbeat !== null) sweepInBackground();
    },
    failure: () => toldFailure?.error ?? null,
    setExtraFolders(folders) {
      extraFolders = folders;
    },
    setPaused(paused) {
      if (paused === isPaused || isStopped) return;
      isPaused = paused;
      queue.setPaused(paused);
      hotFiles.setPaused(paused || heartbeat === null);
      tellPhase();
      if (heartbeat !== null) sweepInBackground();
    },
    onDelta: deltas.on,
    onProgress: progressNews.on,
    progress: progress.current,
    roots: () => discovery.roots,
    unreadable,
  };
}

function toWatchedPaths(discovery: Discovery): readonly string[] {
  return discovery.folders.filter((folder) => folder.exists).map((folder) => folder.path);
}

/** Whether a root that was missing at the last look is there now. */
async function hasNewRoot(discovery: Discovery): Promise<boolean> {
  const missing = [...discovery.roots.values()].flat().filter((root) => root.state === 'missing');
  const looks = missing.map((root) =>
    stat(root.path).then(
      () => true,
      () => false,
    ),
  );
  return (await Promise.all(looks)).includes(true);
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
