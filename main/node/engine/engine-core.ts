import type { Clock } from '../../../shared/ports/clock.ts';
import type { Logger } from '../../../shared/ports/logger.ts';
import type { Settings } from '../../../shared/settings/schema.ts';
import type { ScanStatus } from '../../../shared/snapshot/app-snapshot.ts';
import { emptySections } from '../../../shared/snapshot/empty-sections.ts';
import type { HostEnvironment } from '../../../shared/sources/source.ts';
import type { GuestSystems } from '../system/guest-systems.ts';
import { readPrices } from '../prices/price-file.ts';
import { isAttended } from './attention.ts';
import type { Attention } from './engine-api.ts';
import type { LedgerAccess } from './ledger/ledger-access.ts';
import { createForecasts, type Forecasts } from './forecasts/forecasts.ts';
import { createLiveUsage, type LiveUsage } from './live/live-usage.ts';
import { createLogReading, type LogReading } from './ledger/log-reading.ts';
import { createPreferences, type Preferences } from './preferences.ts';
import { nameProjectsIn } from './project-names.ts';
import { createSupersededSums, type SupersededSums } from './ledger/superseded-sums.ts';
import { createSnapshotPublisher, type SnapshotPublisher } from './live/snapshot-publisher.ts';

/** What the engine is doing, and for whom. */
export interface EngineState {
  /** Null until the engine is notified. */
  attention: Attention | null;
  /** It keeps watching until it is stopped, rather than answering once. */
  isWatching: boolean;
  /** The logs have been read completely once. */
  isScanned: boolean;
  /** Reading progress, as the snapshot shows it. */
  scan: ScanStatus;
}

/** The parts that turn logs into snapshots. */
export interface EngineCore {
  readonly ledger: LedgerAccess;
  readonly preferences: Preferences;
  readonly state: EngineState;
  readonly publisher: SnapshotPublisher;
  readonly logs: LogReading;
  readonly live: LiveUsage;
  readonly forecasts: Forecasts;
  readonly superseded: SupersededSums;
  /** Runs the aggregation that many writes have deferred, before the whole ledger is read. Never throws. */
  refreshRollups(): void;
}

/**
 * Time between two checks of logs that keep growing, in milliseconds. A single new line is read and shown at once;
 * nobody can follow many lines faster than this, and an icon may lag by two seconds.
 */
const liveRests = { attended: 500, unattended: 2_000 } as const;

/** Builds the parts; nothing is read yet. */
export function createEngineCore(
  options: {
    readonly settings: Settings;
    readonly systemTimeZone: string;
    readonly host: HostEnvironment;
    readonly guests?: GuestSystems;
    readonly dataFolder: string;
    readonly clock: Clock;
    readonly logger: Logger;
  },
  ledger: LedgerAccess,
): EngineCore {
  const { clock, logger } = options;
  const preferences = createPreferences(
    options.settings,
    options.systemTimeZone,
    readPrices(options.dataFolder, logger),
  );
  const nothing = emptySections(preferences.calendar().timeZone, clock.nowMs(), options.settings);
  const state: EngineState = { attention: null, isWatching: false, isScanned: false, scan: nothing.scan };
  const publisher = createSnapshotPublisher(nothing, clock, (sections) =>
    nameProjectsIn(preferences.projects(), sections),
  );
  const extraFolders = () => preferences.settings().extraLogFolders;
  const liveRestMs = () => liveRests[isAttended(state.attention) ? 'attended' : 'unattended'];
  const logs = createLogReading({ ...options, ledger, extraFolders, liveRestMs });
  const refreshRollups = (): void => {
    if (!state.isScanned) return;
    try {
      ledger.store().refreshRollups();
    } catch (error) {
      // Answers are the same without it, and whatever prevents writes to the ledger is reported where it matters.
      logger.warn(`the ledger's sums could not be brought up to date: ${String(error)}`);
    }
  };
  const readStats = () => {
    refreshRollups();
    return ledger.store().stats();
  };
  const forecasts = createForecasts(ledger, preferences);
  const live = createLiveUsage({
    forecasts,
    ledger,
    preferences,
    clock,
    isComplete: () => state.isScanned && !logs.isPaused(),
    isFailing: () => logs.scan().phase === 'failed',
    readStats,
    refreshRollups,
    rootsOf: logs.rootsOf,
  });
  const superseded = createSupersededSums({ ...options, ledger, rescan: logs.rescan });
  logs.onChange(superseded.note);
  return { ledger, preferences, state, publisher, logs, live, forecasts, superseded, refreshRollups };
}
