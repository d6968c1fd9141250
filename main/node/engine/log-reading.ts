import { setTimeout as delay } from 'node:timers/promises';
import type { RootStatus } from '../../../shared/domain/doctor-report.ts';
import type { SourceId } from '../../../shared/domain/ids.ts';
import { secondMs } from '../../../shared/domain/instant.ts';
import type { Dispose } from '../../../shared/lib/disposable.ts';
import { createEmitter } from '../../../shared/lib/emitter.ts';
import type { Clock } from '../../../shared/ports/clock.ts';
import type { Logger } from '../../../shared/ports/logger.ts';
import { scanNotStarted, type ScanStatus } from '../../../shared/snapshot/app-snapshot.ts';
import { sources } from '../../../shared/sources/registry.ts';
import type { HostEnvironment } from '../../../shared/sources/source.ts';
import type { FileProblem } from '../ingest/discovery/file-problem.ts';
import type { ExtraFolder } from '../ingest/discovery/source-roots.ts';
import { createIngest, type Ingest } from '../ingest/ingest.ts';
import type { LedgerAccess } from './ledger-access.ts';
import { createLedgerFollower } from './ledger-follower.ts';
import { createReaderGlance } from './log-survey.ts';
import type { LedgerChange } from './recent-usage.ts';

/** How long a one-shot answer waits for the writing process to read everything, and how often it checks. */
const patienceMs = 5 * secondMs;
const patienceStepMs = 100;
/** A takeover with no more than this left to read finishes before anyone could see its progress. */
const longTakeoverBytes = 16 * 1024 * 1024;

/** The dependencies of log reading. */
export interface LogReadingOptions {
  readonly ledger: LedgerAccess;
  readonly host: HostEnvironment;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly extraFolders: () => readonly ExtraFolder[];
  /** Time between two checks of logs that keep growing. */
  readonly liveRestMs: () => number;
}

/** Keeps the ledger up to date with the logs: reads them as the writer, otherwise follows the writer. */
export interface LogReading {
  /** Reads everything new, once; as a reader, waits briefly until the writer has done so or has gone. */
  readOnce(): Promise<void>;
  /** The same, and keeps following until `stop`. */
  follow(): Promise<void>;
  /** Looks for new roots and files now; resolves when they have been read. */
  rescan(): Promise<void>;
  /** Reads changes at once, because someone has started watching. */
  hurry(): void;
  /** The folders in the settings have changed. */
  changeFolders(): void;
  setPaused(isPaused: boolean): void;
  isPaused(): boolean;
  /** Reading progress. */
  scan(): ScanStatus;
  rootsOf(source: SourceId): readonly RootStatus[];
  unreadable(): readonly FileProblem[];
  /** The error that the store threw at the last write; null when everything is stored. */
  failure(): unknown;
  /** How many bytes of the logs the writing process has yet to read; 0 when this process is the writer. */
  unreadBytes(): number;
  /** The ledger's content has changed. The listener must read what another process committed before it returns. */
  onChange(listener: (change: LedgerChange) => void): Dispose;
  onScan(listener: (scan: ScanStatus) => void): Dispose;
  stop(): Promise<void>;
}

/** Builds it; nothing is read before `readOnce` or `follow`. Throws when the ledger cannot be read. */
export function createLogReading(options: LogReadingOptions): LogReading {
  const { ledger, logger } = options;
  const changes = createEmitter<LedgerChange>();
  const scans = createEmitter<ScanStatus>();
  const glance = createReaderGlance(options);
  let ingest: Ingest | null = null;
  let readerScan = scanNotStarted;
  let isPaused = false;
  let mode: 'idle' | 'once' | 'following' | 'stopped' = 'idle';

  const onError = (error: unknown): void => logger.error('reading the logs failed', error);
  const publishReaderScan = (): void => {
    const phase = isPaused ? 'paused' : ledger.isReadOnly() ? 'failed' : 'following';
    readerScan = { ...readerScan, phase, percent: 100 };
    scans.emit(readerScan);
  };

  const startIngest = (isTakeover: boolean): void => {
    ingest = createWritersIngest(options);
    ingest.onDelta(changes.emit);
    ingest.onProgress((scan) => {
      if (!isTakeover || !isBriefReading(scan)) scans.emit(scan);
    });
    ingest.setPaused(isPaused);
  };
  if (ledger.role() === 'writer') startIngest(false);

  const stopListening = [
    ledger.onTakeover(() => {
      startIngest(mode === 'following');
      changes.emit('all');
      if (mode === 'following') void ingest?.watch().catch(onError);
    }),
    ledger.onDeposed(() => {
      logger.error('the ledger has another writer: its folder was deleted, and another Fuelgauge made a new one');
      const stopped = ingest?.stop();
      ingest = null;
      changes.emit('all');
      void stopped?.then(becomeReader).catch(onError);
    }),
    ledger.onReplaced(() => {
      logger.error(`the ledger was replaced or completed: ${JSON.stringify(ledger.problem())}`);
      ingest?.startOver();
      changes.emit('all');
    }),
  ];
  const follower = createLedgerFollower({
    ledger,
    isPaused: () => isPaused,
    onNews(what) {
      glance.count();
      changes.emit(what);
    },
    onError,
  });

  const becomeReader = async (): Promise<void> => {
    await glance.look();
    glance.count();
    publishReaderScan();
    follower.start();
  };

  return {
    async readOnce() {
      mode = 'once';
      if (ledger.role() === 'writer' || (await awaitWriter(ledger, glance))) await ingest?.scan();
      else publishReaderScan();
    },
    async follow() {
      mode = 'following';
      // A ledger that cannot be written is reported as a problem; writing is retried repeatedly.
      if (ingest !== null) return ingest.watch().catch(onError);
      await becomeReader();
    },
    async rescan() {
      if (ingest !== null) return ingest.rescan();
      if (!ledger.claim()) await glance.look();
    },
    hurry: () => ingest?.hurry(),
    changeFolders() {
      ingest?.setExtraFolders(options.extraFolders());
      void (ingest?.rescan() ?? glance.look()).catch(onError);
    },
    setPaused(paused) {
      if (paused === isPaused) return;
      isPaused = paused;
      if (ingest !== null) ingest.setPaused(paused);
      else if (mode === 'following') publishReaderScan();
    },
    isPaused: () => isPaused,
    scan: () => ingest?.progress() ?? readerScan,
    rootsOf: (source) => (ingest?.roots() ?? glance.roots()).get(source) ?? [],
    unreadable: () => ingest?.unreadable() ?? glance.problems(),
    failure: () => ingest?.failure() ?? null,
    unreadBytes: () => (ingest === null && !ledger.isReadOnly() ? glance.unreadBytes() : 0),
    onChange: changes.on,
    onScan: scans.on,
    async stop() {
      mode = 'stopped';
      follower.stop();
      stopListening.forEach((stop) => stop());
      await ingest?.stop();
    },
  };
}

/** Creates the ingest for a ledger that is open for writing. */
function createWritersIngest(options: LogReadingOptions): Ingest {
  const extraFolders = options.extraFolders();
  return createIngest({ ...options, sources, extraFolders, store: options.ledger.store() });
}

/** Whether a scan is too short to be shown: numbers are on screen, and a flash of "reading logs" would say nothing. */
function isBriefReading({ phase, bytesTotal, bytesDone }: ScanStatus): boolean {
  return (phase === 'starting' || phase === 'scanning') && bytesTotal - bytesDone < longTakeoverBytes;
}

/** Waits until the writer has read everything or has gone; returns whether this process may read the logs itself now. */
async function awaitWriter(ledger: LedgerAccess, glance: ReaderGlance): Promise<boolean> {
  await glance.look();
  for (let waitedMs = 0; ; waitedMs += patienceStepMs) {
    if (ledger.claim()) return true;
    glance.count();
    if (glance.unreadBytes() === 0 || waitedMs >= patienceMs || ledger.isReadOnly()) return false;
    await delay(patienceStepMs);
  }
}
