import { minuteMs, dayMs, floorTo, secondMs } from '../../../../shared/domain/instant.ts';
import type { ActivityStore } from '../../../../shared/ports/activity-store.ts';
import type { Clock } from '../../../../shared/ports/clock.ts';
import type { Logger } from '../../../../shared/ports/logger.ts';
import type { HostEnvironment } from '../../../../shared/sources/source.ts';
import type { ActivityTables } from '../../../../shared/activity/activity-tables.ts';
import type { ActivitySettings } from '../../../../shared/settings/activity-settings.ts';
import { takeFromInbox } from '../../received/activity-inbox.ts';
import { listBrowserPlaces } from '../../activity/browsers/browser-places.ts';
import { scanHistories, type BrowserFailure } from '../../activity/browsers/scan-histories.ts';
import { scanShellHistories } from '../../activity/shells/scan-shell-histories.ts';
import { createRepeater, type Repeater } from '../repeater.ts';

/** How often histories are read; a query in between reads what is new at once. */
const everyMs = 15 * minuteMs;
/** What an extension sent is stored this often, so that commands that only read the ledger see it. */
const inboxEveryMs = minuteMs;
/** Within this time, a second query does not read again. */
const freshMs = 10 * secondMs;
/** Quarter-hours are kept for a year, days forever, so that sums never shrink. */
const quartersKeptMs = 366 * dayMs;

/** Records the use of AI sites and tools from the histories of browsers and shells, if the person has turned that on. */
export interface ActivityWatch extends Repeater {
  /** Reads what is new, unless that was done a moment ago. Never rejects. */
  check(): Promise<void>;
  /** Browsers whose history could not be read at the last check. */
  failures(): readonly BrowserFailure[];
}

/** Builds it; nothing is read yet. Only the writer of the ledger reads. */
export function createActivityWatch(options: {
  readonly host: HostEnvironment;
  readonly dataFolder: string;
  readonly store: () => ActivityStore;
  readonly isWriter: () => boolean;
  readonly settings: () => ActivitySettings;
  readonly tables: () => ActivityTables;
  readonly clock: Clock;
  readonly logger: Logger;
}): ActivityWatch {
  const { clock, store, settings } = options;
  let failures: readonly BrowserFailure[] = [];
  let checkedAtMs = -Infinity;
  let checkedFor: ActivitySettings | null = null;
  let running: Promise<void> | null = null;

  const takeIn = async (): Promise<void> => {
    if (settings().receiver && options.isWriter()) await takeFromInbox(options.dataFolder, store());
  };
  const readAll = async (): Promise<void> => {
    const { sites, apps, commands, receiver } = settings();
    failures = [];
    if (!options.isWriter()) return;
    await takeIn();
    const context = { store: store(), nowMs: clock.nowMs() };
    if (sites)
      failures = await scanHistories(listBrowserPlaces(options.host), { ...context, tables: options.tables() });
    if (commands) await scanShellHistories(options.host, context);
    if (sites || apps || commands || receiver)
      context.store.thinActivity({ daysBeforeMs: floorTo(context.nowMs - quartersKeptMs, dayMs) });
  };
  const note = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      // The next check retries; a ledger that cannot be written is reported elsewhere.
      options.logger.warn(`the use of sites and tools was not noted: ${String(error)}`);
    }
    if (work === readAll) [checkedAtMs, checkedFor] = [clock.nowMs(), settings()];
    running = null;
  };
  const isYoung = (ageMs: number): boolean =>
    Math.abs(clock.nowMs() - checkedAtMs) < ageMs && checkedFor === settings();
  const check = async (): Promise<void> => {
    while (running !== null) await running;
    if (!isYoung(freshMs)) await (running = note(readAll));
  };
  const tick = async (): Promise<void> => {
    if (!isYoung(everyMs)) return check();
    if (running === null) await (running = note(takeIn));
  };
  const ticks = createRepeater(
    () => (settings().receiver ? inboxEveryMs : everyMs),
    tick,
    () => undefined,
  );
  return { ...ticks, check, failures: () => failures };
}
