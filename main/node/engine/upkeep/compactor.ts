import { setTimeout as delay } from 'node:timers/promises';
import { dayMs, hourMs, minuteMs } from '../../../../shared/domain/instant.ts';
import type { Clock } from '../../../../shared/ports/clock.ts';
import type { EventStore } from '../../../../shared/ports/event-store.ts';
import type { LedgerUpkeep } from '../../../../shared/ports/ledger-upkeep.ts';
import type { Logger } from '../../../../shared/ports/logger.ts';
import type { DetailRetention } from '../../../../shared/settings/schema.ts';
import { createRepeater } from '../repeater.ts';

/** When old events are rolled up, in milliseconds. */
export interface CompactorTiming {
  /** From the start, or a change of the setting, to the first check; also between two checks while not idle. */
  readonly firstMs: number;
  /** From the end of one compaction to the next, and from a failure to the retry. */
  readonly againMs: number;
  readonly afterFailureMs: number;
  /** Between two steps, so that other work on this thread can run. */
  readonly restMs: number;
}

const defaultTiming: CompactorTiming = { firstMs: minuteMs, againMs: dayMs, afterFailureMs: hourMs, restMs: 50 };

/** Events per transaction: about ten milliseconds of work. */
const stepEvents = 200;

/** The compactor's dependencies. */
export interface CompactorOptions {
  readonly store: Pick<LedgerUpkeep, 'compact'> & Pick<EventStore, 'stats'>;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly retention: () => DetailRetention;
  /** Nothing is being read, and no caller is waiting. */
  readonly isIdle: () => boolean;
  readonly timing?: Partial<CompactorTiming> | undefined;
}

/** Rolls up events older than the retention the person has set for single events, when there is nothing else to do. */
export interface Compactor {
  start(): void;
  /** The setting has changed. */
  reschedule(): void;
  /** Stops immediately, between two steps. */
  stop(): void;
}

/** Builds the compactor. Its timers do not keep the process alive. */
export function createCompactor(options: CompactorOptions): Compactor {
  const { store, clock, logger, retention, isIdle } = options;
  const timing = { ...defaultTiming, ...options.timing };
  let nextMs = timing.firstMs;
  let isStopped = false;

  /**
   * Age is measured from the newest request if that is earlier than now: otherwise a clock that runs far ahead would
   * cause everything to be rolled up, which cannot be undone.
   */
  const readNow = (): number => {
    const newest = store.stats().map(({ lastAtMs }) => lastAtMs ?? 0);
    return Math.min(clock.nowMs(), Math.max(0, ...newest));
  };

  const run = async (): Promise<void> => {
    let nowMs: number | null = null;
    for (;;) {
      const days = retention();
      if (isStopped || days === 'forever') break;
      if (!isIdle()) return void (nextMs = timing.firstMs);
      nowMs ??= readNow();
      const { isDone } = store.compact({ beforeMs: nowMs - days * dayMs, maxEvents: stepEvents });
      if (isDone) break;
      await delay(timing.restMs, undefined, { ref: false });
    }
    nextMs = timing.againMs;
  };

  const ticks = createRepeater(
    () => nextMs,
    run,
    (error) => {
      nextMs = timing.afterFailureMs;
      logger.warn(`old events could not be rolled up: ${String(error)}`);
    },
  );
  return {
    start: ticks.start,
    reschedule() {
      nextMs = timing.firstMs;
      ticks.reschedule();
    },
    stop() {
      isStopped = true;
      ticks.stop();
    },
  };
}
