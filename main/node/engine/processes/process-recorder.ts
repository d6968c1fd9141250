import { dayMs, floorTo, hourMs, minuteMs, quarterHourMs } from '../../../../shared/domain/instant.ts';
import type { ProcessUsage } from '../../../../shared/domain/process-usage.ts';
import type { Clock } from '../../../../shared/ports/clock.ts';
import type { Logger } from '../../../../shared/ports/logger.ts';
import type { SampleStore } from '../../../../shared/ports/sample-store.ts';
import { mergeProcessUsage, toProcessUsage } from '../../../../shared/processes/usage-series.ts';
import { createCountOnce } from './count-once.ts';
import type { ProcessMeasurement } from './process-sampling.ts';

/** Minutes are kept for a day, quarter-hours for a year. */
const minutesKeptMs = dayMs;
const quartersKeptMs = 366 * dayMs;
const thinEveryMs = hourMs;
/** More than this only waits while the ledger cannot be written; then the oldest are dropped. */
const maxWaiting = 10_000;

/** Records what agents' processes use. */
export interface ProcessRecorder {
  /** Takes in a sample; writes at most once a minute, and nothing while no agent runs. Never throws. */
  note(measured: ProcessMeasurement): void;
  /** Writes what is waiting. Never throws. */
  flush(): void;
}

/** Builds the recorder; only the writer of the ledger records. */
export function createProcessRecorder(options: {
  readonly store: () => SampleStore;
  readonly isWriter: () => boolean;
  readonly clock: Clock;
  readonly logger: Logger;
}): ProcessRecorder {
  const { clock, logger } = options;
  let waiting: readonly ProcessUsage[] = [];
  let writtenAtMs = -Infinity;
  let thinnedAtMs = -Infinity;
  const countOnce = createCountOnce();

  const flush = (): void => {
    if (waiting.length === 0 || !options.isWriter()) return;
    const nowMs = clock.nowMs();
    writtenAtMs = nowMs;
    try {
      const store = options.store();
      store.addProcessUsage(waiting);
      waiting = [];
      if (Math.abs(nowMs - thinnedAtMs) < thinEveryMs) return;
      thinnedAtMs = nowMs;
      store.thinProcessUsage({
        quartersBeforeMs: floorTo(nowMs - minutesKeptMs, quarterHourMs),
        dropBeforeMs: nowMs - quartersKeptMs,
      });
    } catch (error) {
      // The next write retries; a ledger that cannot be written is reported elsewhere.
      logger.warn(`the use of processes was not recorded: ${String(error)}`);
      waiting = waiting.slice(-maxWaiting);
    }
  };
  return {
    note(measured) {
      const uncounted = options.isWriter() ? countOnce(measured) : null;
      if (uncounted === null) return;
      const { survey, section } = uncounted;
      waiting = mergeProcessUsage([...waiting, ...toProcessUsage(section.agents, survey.elapsedMs, survey.atMs)]);
      // A clock that was set back must not stop it.
      if (Math.abs(clock.nowMs() - writtenAtMs) >= minuteMs) flush();
    },
    flush,
  };
}
