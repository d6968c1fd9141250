import type { LedgerDelta } from '../../../shared/ports/ledger-writer.ts';
import { noGuests, withGuests } from '../system/guest-systems.ts';
import { createCommitter, type Committer } from './committer.ts';
import { nothingDiscovered, type Discovery } from './discovery/discover-logs.ts';
import { createLogSearch } from './discovery/log-search.ts';
import { createDocumentPacing, type DocumentPacing } from './documents/document-pacing.ts';
import type { FileFacts } from './discovery/file-identity.ts';
import type { FileProblem } from './discovery/file-problem.ts';
import { createLogOwners } from './discovery/log-owners.ts';
import { findSourceRoots } from './discovery/listed-roots.ts';
import type { ExtraFolder } from './discovery/source-roots.ts';
import { createFileReader, type FileReader } from './file-reader.ts';
import type { IngestOptions } from './ingest-options.ts';
import { createIngestState, type IngestState } from './ingest-state.ts';
import { createLargeDocuments, startDocumentThread } from './large-documents.ts';
import { createPassAccounting } from './pass-accounting.ts';
import { runPass, type PassParts } from './pass.ts';
import { createReadQueue, type ReadQueue } from './read-queue.ts';
import { createTelemetryCheck } from './telemetry-check.ts';
import { createScanProgress, type IngestProgress, type ScanProgress } from './scan-progress.ts';
import { createSweeps, type Sweeps } from './sweeps.ts';
import { startScanWorkers, type ScanWorkers } from './threads/scan-workers.ts';
import { createLogFollower, defaultTiming, type FollowerParts, type LogFollower } from './watching/follow-logs.ts';

/**
 * Files being read at once. On this thread: the system fetches one while another is parsed. On other threads: they must
 * not run out of work while this one writes the ledger.
 */
const queueWidth = { here: 4, elsewhere: 128 } as const;

/** The connected parts of an ingest. */
export interface IngestParts {
  readonly state: IngestState;
  readonly progress: ScanProgress;
  readonly committer: Committer;
  readonly fileReader: FileReader;
  readonly queue: ReadQueue;
  readonly pacing: DocumentPacing;
  readonly follower: LogFollower;
  readonly sweeps: Sweeps;
  /** The result of the last search, without the files. */
  readonly discovery: () => Discovery;
  readonly unreadable: () => readonly FileProblem[];
}

/** Callbacks of an ingest. */
export interface IngestListeners {
  readonly onDelta: (delta: LedgerDelta) => void;
  readonly onProgress: (progress: IngestProgress) => void;
}

/** Builds the parts. Throws when the store cannot be read. */
export function composeIngest(
  options: IngestOptions,
  extraFolders: () => readonly ExtraFolder[],
  listeners: IngestListeners,
): IngestParts {
  const { clock, logger, host, guests = noGuests } = options;
  const rootSearch = createRootSearch(options, extraFolders);
  const progress = createScanProgress(listeners.onProgress);
  const state = createIngestState(logger, progress);
  const accounting = createPassAccounting(progress);
  const owners = createLogOwners();
  let discovery = nothingDiscovered;

  const reading = composeReading(options, { state, accounting, owners }, listeners, (path, facts) =>
    follower.touch(path, facts),
  );
  const { committer, fileReader, queue, pacing, startThreads } = reading;
  const unreadable = (): readonly FileProblem[] => [...discovery.problems, ...fileReader.problems()];
  const follower = createLogFollower({
    clock,
    logger,
    host,
    owners,
    timing: { ...defaultTiming, ...options.timing },
    isPaused: state.isPaused,
    isBusy: () => sweeps.isRunning(),
    hasFailures: () => state.reportedFailure() !== null || unreadable().length > 0,
    liveRestMs: options.liveRestMs ?? (() => 0),
    onChange: pacing.noteChange,
    onSweep: () => sweeps.runInBackground(),
    onPartSweep: (folders) => sweeps.runPartInBackground(folders),
    guests,
    haveGuestsChanged: rootSearch.haveGuestsChanged,
  });
  const pass: PassParts = {
    ...{ state, committer, fileReader, queue, owners, accounting, startThreads },
    search: createLogSearch(guests.isAsleep),
    roots: rootSearch.roots,
    isAsleep: guests.isAsleep,
    onFile: (file) => follower.touch(file.path, file),
    async onDiscovered({ found, isWhole }, tookMs) {
      discovery = { ...found, paths: new Set() };
      await follower.noteDiscovery(found, isWhole ? tookMs : null);
    },
    onRead: () => follower.watchFolders(),
  };
  const sweeps = createSweeps(state, logger, (part) => runPass(pass, part));
  return {
    state,
    progress,
    committer,
    fileReader,
    queue,
    pacing,
    follower,
    sweeps,
    discovery: () => discovery,
    unreadable,
  };
}

/** Where to look for logs, which changes when other systems on this machine start and stop. */
function createRootSearch(
  { sources, host, guests = noGuests }: IngestOptions,
  extraFolders: () => readonly ExtraFolder[],
): Pick<PassParts, 'roots'> & Pick<FollowerParts, 'haveGuestsChanged'> {
  let seen = guests.revision();
  return {
    async roots() {
      // Nothing waits for the first answer, which may take seconds: another pass follows it.
      const answer = guests.refresh();
      if (guests.hasAnswered()) await answer;
      seen = guests.revision();
      return findSourceRoots(sources, withGuests(host, guests), extraFolders(), guests.isAsleep);
    },
    async haveGuestsChanged() {
      await guests.lookAround();
      return guests.revision() !== seen;
    },
  };
}

type ReadingParts = Pick<IngestParts, 'committer' | 'fileReader' | 'queue' | 'pacing'> &
  Pick<PassParts, 'startThreads'>;

/** The parts that read files and write what they find. */
function composeReading(
  { store, logger, sources, host, guests = noGuests }: IngestOptions,
  { state, accounting, owners }: Pick<PassParts, 'state' | 'accounting' | 'owners'>,
  { onDelta }: IngestListeners,
  onSeen: (path: string, facts: FileFacts) => void,
): ReadingParts {
  let threads: ScanWorkers | null = null;
  const largeDocuments = createLargeDocuments(startDocumentThread);
  const committer = createCommitter(store, {
    onDelta,
    onFailure(error) {
      state.fail(error);
      fileReader.forget();
    },
  });
  const fileReader = createFileReader({
    committer,
    // A file of a system that has stopped meanwhile waits for the next look.
    findOwner: (path) => (guests.isAsleep(path) ? undefined : owners.find(path)),
    shouldStop: state.mustStop,
    omitsTelemetryNames: createTelemetryCheck(host),
    onBytes: accounting.credit,
    onSeen,
    onAgain: (path) => pacing.noteChange(path),
    isImported: (id) => sources.some((source) => source.id === id && source.isImported === true),
    readElsewhere: (file, sink) => threads?.read(file, sink) ?? largeDocuments.read(file, sink),
  });
  const queue = createReadQueue({
    width: () => (threads === null ? queueWidth.here : queueWidth.elsewhere),
    async run(path) {
      const startedAt = performance.now();
      await fileReader.read(path).catch((error: unknown) => logger.error('reading a log file failed', error));
      if (owners.find(path)?.stream.kind === 'document') pacing.noteRead(path, performance.now() - startedAt);
      if (!state.isPaused()) accounting.finish(path);
    },
    onQuiet() {
      committer.flush();
      fileReader.rest();
      largeDocuments.rest();
    },
  });
  const pacing = createDocumentPacing({ nowMs: () => performance.now(), onDue: queue.addFirst });
  const startThreads = async (): Promise<() => void> => {
    const started = (threads = await startScanWorkers());
    return () => {
      started?.close();
      threads = null;
    };
  };
  return { committer, fileReader, queue, pacing, startThreads };
}
