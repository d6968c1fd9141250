import type { RootStatus } from '../../../../shared/domain/doctor-report.ts';
import type { SourceId } from '../../../../shared/domain/ids.ts';
import type { Dispose } from '../../../../shared/lib/disposable.ts';
import { createEmitter } from '../../../../shared/lib/emitter.ts';
import type { Clock } from '../../../../shared/ports/clock.ts';
import type { Logger } from '../../../../shared/ports/logger.ts';
import type { ScanStatus } from '../../../../shared/snapshot/app-snapshot.ts';
import { sources } from '../../../../shared/sources/registry.ts';
import type { HostEnvironment } from '../../../../shared/sources/source.ts';
import type { GuestSystems } from '../../system/guest-systems.ts';
import type { FileProblem } from '../../ingest/discovery/file-problem.ts';
import type { ExtraFolder } from '../../ingest/discovery/source-roots.ts';
import { createIngest, type Ingest } from '../../ingest/ingest.ts';
import type { LedgerAccess } from './ledger-access.ts';
import { createLedgerReader, type LedgerReaderEvents } from './ledger-reader.ts';
import type { LedgerChange } from './recent-usage.ts';

/** A takeover with no more than this left to read finishes before anyone could see its progress. */
const longTakeoverBytes = 16 * 1024 * 1024;

/** The dependencies of log reading. */
export interface LogReadingOptions {
  readonly ledger: LedgerAccess;
  readonly host: HostEnvironment;
  /** Other systems on this machine; none if omitted. */
  readonly guests?: GuestSystems;
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
  readNow(): void;
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
  const onError = (error: unknown): void => logger.error('reading the logs failed', error);
  let isPaused = false;
  let isFollowing = false;
  const events = { isPaused: () => isPaused, onNews: changes.emit, onScan: scans.emit, onError };
  const reader = createLedgerReader(options, events);
  const own = createOwnIngest(options, events, { follow: reader.follow, isFollowing: () => isFollowing });

  return {
    async readOnce() {
      if (own.ingest() === null) await reader.awaitWriter();
      await own.ingest()?.scan();
    },
    async follow() {
      isFollowing = true;
      // A ledger that cannot be written is reported as a problem; writing is retried repeatedly.
      await (own.ingest()?.watch().catch(onError) ?? reader.follow());
    },
    rescan: () => (own.ingest() ?? reader).rescan(),
    readNow: () => own.ingest()?.readNow(),
    changeFolders() {
      own.ingest()?.setExtraFolders(options.extraFolders());
      void (own.ingest()?.rescan() ?? reader.survey.refresh()).catch(onError);
    },
    setPaused(paused) {
      if (paused === isPaused) return;
      isPaused = paused;
      own.ingest()?.setPaused(paused);
      if (own.ingest() === null && isFollowing) reader.publish();
    },
    isPaused: () => isPaused,
    scan: () => own.ingest()?.progress() ?? reader.scan(),
    rootsOf: (source) => (own.ingest() ?? reader.survey).roots().get(source) ?? [],
    unreadable: () => (own.ingest() ?? reader.survey).unreadable(),
    failure: () => own.ingest()?.failure() ?? null,
    unreadBytes: () => (own.ingest() === null && !ledger.isReadOnly() ? reader.survey.unreadBytes() : 0),
    onChange: changes.on,
    onScan: scans.on,
    async stop() {
      isFollowing = false;
      reader.stop();
      await own.stop();
    },
  };
}

/** Holds the ingest of this process while it writes the ledger; `reader` is what it does while another process writes. */
function createOwnIngest(
  options: LogReadingOptions,
  events: LedgerReaderEvents,
  reader: { readonly follow: () => Promise<void>; readonly isFollowing: () => boolean },
) {
  const { ledger, logger } = options;
  let ingest = ledger.role() === 'writer' ? createWritersIngest(options, events, false) : null;
  const stopListening = [
    ledger.onTakeover(() => {
      ingest = createWritersIngest(options, events, reader.isFollowing());
      events.onNews('all');
      if (reader.isFollowing()) void ingest.watch().catch(events.onError);
    }),
    ledger.onDeposed(() => {
      logger.error('the ledger has another writer: its folder was deleted, and another Fuelgauge made a new one');
      const stopped = ingest?.stop();
      ingest = null;
      events.onNews('all');
      void stopped?.then(reader.follow).catch(events.onError);
    }),
    ledger.onReplaced(() => {
      logger.error(`the ledger was replaced or completed: ${JSON.stringify(ledger.problem())}`);
      ingest?.startOver();
      events.onNews('all');
    }),
  ];
  return {
    /** Null while another process writes the ledger. */
    ingest: (): Ingest | null => ingest,
    async stop(): Promise<void> {
      stopListening.forEach((stop) => stop());
      await ingest?.stop();
    },
  };
}

/** Creates the ingest of the process that writes the ledger. */
function createWritersIngest(options: LogReadingOptions, events: LedgerReaderEvents, isTakeover: boolean): Ingest {
  const extraFolders = options.extraFolders();
  const ingest = createIngest({ ...options, sources, extraFolders, store: options.ledger.store() });
  ingest.onDelta(events.onNews);
  ingest.onProgress((scan) => {
    if (!isTakeover || !isBriefReading(scan)) events.onScan(scan);
  });
  ingest.setPaused(events.isPaused());
  return ingest;
}

/** Whether a scan is too short to be shown: numbers are on screen, and a flash of "reading logs" would say nothing. */
function isBriefReading({ phase, bytesTotal, bytesDone }: ScanStatus): boolean {
  return (phase === 'starting' || phase === 'scanning') && bytesTotal - bytesDone < longTakeoverBytes;
}
