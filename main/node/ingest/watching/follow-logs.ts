import { isDeepStrictEqual } from 'node:util';
import type { Clock } from '../../../../shared/ports/clock.ts';
import type { Logger } from '../../../../shared/ports/logger.ts';
import type { HostEnvironment } from '../../../../shared/sources/source.ts';
import { nothingDiscovered, type Discovery, type FoundFile } from '../discovery/discover-logs.ts';
import type { FileFacts } from '../discovery/file-identity.ts';
import type { GuestSystems } from '../../system/guest-systems.ts';
import type { LogOwners } from '../discovery/log-owners.ts';
import { statLog } from '../discovery/stat-log.ts';
import { createChangeGate, type ChangeGate } from './change-gate.ts';
import { findWatchReliability, type WatchReliability } from './watch-reliability.ts';
import { toPathTrust, type Impaired } from './impaired-folders.ts';
import { createHeartbeat, type Heartbeat } from './heartbeat.ts';
import { createPolledFiles } from './polled-files.ts';
import { createSweepSchedule, type SweepSchedule } from './sweep-schedule.ts';
import { toWatchedFolders, withoutNetworkFolders } from './watched-folders.ts';
import { createFolderWatcher, type FolderWatcher } from './watch-folders.ts';

/** How often ingest checks for changes on its own. */
export interface IngestTiming {
  /** Between two heartbeats: each checks for clock jumps, and every third for roots that were missing. */
  readonly heartbeatMs: number;
  /** Between two sweeps; null when the reliability of events decides it. */
  readonly sweepMs: number | null;
  /** Between two looks at roots whose watch failed; null when the cost of a sweep decides it. */
  readonly impairedMs: number | null;
  /** How long to wait for the events to be set up. */
  readonly readyMs: number;
}

/** The default intervals. */
export const defaultTiming: IngestTiming = { heartbeatMs: 5000, sweepMs: null, impairedMs: null, readyMs: 10_000 };

const noFolders: ReadonlySet<string> = new Set();

/** What following needs, and its callbacks. */
export interface FollowerParts {
  readonly clock: Clock;
  readonly logger: Logger;
  readonly host: HostEnvironment;
  readonly owners: LogOwners;
  readonly timing: IngestTiming;
  readonly isPaused: () => boolean;
  /** Whether a pass is running. */
  readonly isBusy: () => boolean;
  /** Whether a file could not be read or the ledger could not be written: another sweep is another attempt. */
  readonly hasFailures: () => boolean;
  /** The pause between two groups of changes; see `createChangeGate`. */
  readonly liveRestMs: () => number;
  /** A log changed. */
  readonly onChange: (path: string) => void;
  /** A sweep is due. */
  readonly onSweep: () => void;
  /** A sweep of the roots of these folders is due. */
  readonly onPartSweep: (folders: ReadonlySet<string>) => void;
  /** Other systems on this machine: their files are not followed by events, and not touched while they sleep. */
  readonly guests: GuestSystems;
  /** Whether some of them have started or stopped since the last sweep. */
  readonly haveGuestsChanged: () => Promise<boolean>;
}

/** Follows logs: by file system events, by polling files that changed recently, and by occasional sweeps. */
export interface LogFollower {
  /** Starts following what was discovered; it keeps the process alive. Resolves when events are set up. */
  start(): Promise<void>;
  isFollowing(): boolean;
  /** Notes the result of a sweep, and how long it took; null when it was one of some roots only. */
  noteDiscovery(found: Discovery, tookMs: number | null): Promise<void>;
  /** Notes a log's current facts. */
  touch(path: string, facts: FileFacts | FoundFile): void;
  /** Follows the folders of the last discovery. */
  watchFolders(): void;
  /** Reports immediately what is waiting for `liveRestMs`. */
  readNow(): void;
  setPaused(isPaused: boolean): void;
  stop(): Promise<void>;
}

/** Builds the follower; until it is started, it only takes notes. */
export function createLogFollower(parts: FollowerParts): LogFollower {
  const { clock, host, owners, timing, guests } = parts;
  let watched = toWatchedFolders(nothingDiscovered, 0, false);
  let folderReliability: Exclude<WatchReliability, 'broken'> = 'partial';
  let watcher: FolderWatcher | null = null;
  let heartbeat: Heartbeat | null = null;

  const impaired = (): Impaired => watcher?.impaired() ?? noFolders;

  const gate = createChangeGate({
    restMs: parts.liveRestMs,
    onChanges(paths) {
      if (!parts.isPaused()) for (const path of paths) parts.onChange(path);
    },
  });

  const hotFiles = createPolledFiles({
    clock,
    guests,
    onChange: gate.note,
    trust: (path) => toPathTrust(path, impaired(), folderReliability),
    readFacts: (path) => statLog(path, owners.find(path)?.stream),
  });
  hotFiles.setPaused(true);

  const schedule = scheduleFor(parts, () => folderReliability, impaired);

  return {
    async start() {
      hotFiles.setPaused(parts.isPaused());
      heartbeat = startHeartbeat(parts, schedule);
      watcher = watchFor(parts, gate);
      watcher.setFolders(watched);
      await watcher.ready(timing.readyMs);
    },
    isFollowing: () => heartbeat !== null,
    async noteDiscovery(found, tookMs) {
      const all = toWatchedFolders(found, clock.nowMs(), host.platform === 'linux');
      const before = watched.folders;
      watched = host.platform === 'win32' ? withoutNetworkFolders(all) : all;
      schedule.noteSweep(found, tookMs);
      // A look at some roots touches no others.
      if (tookMs === null && isDeepStrictEqual(before, watched.folders)) return;
      folderReliability = await findWatchReliability(host.platform, watched.folders);
    },
    readNow: gate.open,
    touch: hotFiles.touch,
    watchFolders: () => watcher?.setFolders(watched),
    setPaused: (isPaused) => hotFiles.setPaused(isPaused || heartbeat === null),
    async stop() {
      heartbeat?.close();
      hotFiles.close();
      gate.close();
      await watcher?.close();
    },
  };
}

function scheduleFor(
  { timing, hasFailures, haveGuestsChanged, guests, onSweep, onPartSweep }: FollowerParts,
  reliability: () => WatchReliability,
  impaired: () => Impaired,
): SweepSchedule {
  return createSweepSchedule({
    sweepMs: timing.sweepMs,
    impairedMs: timing.impairedMs,
    trust: () => (impaired() === 'everything' ? 'broken' : reliability()),
    impaired() {
      const folders = impaired();
      return folders === 'everything' ? noFolders : folders;
    },
    hasFailures,
    haveGuestsChanged,
    isAsleep: guests.isAsleep,
    onDue: onSweep,
    onPartDue: onPartSweep,
  });
}

function startHeartbeat({ clock, timing, isPaused, isBusy }: FollowerParts, schedule: SweepSchedule): Heartbeat {
  return createHeartbeat({
    clock,
    everyMs: timing.heartbeatMs,
    onBeat(hasJumped) {
      if (!isPaused() && !isBusy()) void schedule.beat(hasJumped);
    },
  });
}

function watchFor({ clock, host, owners, logger, onSweep }: FollowerParts, gate: ChangeGate): FolderWatcher {
  return createFolderWatcher({
    clock,
    logger,
    platform: host.platform,
    isLog: (path) => owners.find(owners.toLogPath(path)) !== undefined,
    isLogFolder: owners.isLogFolder,
    isExpected: (path) => gate.isWaiting(owners.toLogPath(path)),
    onFile: (path) => gate.note(owners.toLogPath(path)),
    onFolder: onSweep,
  });
}
