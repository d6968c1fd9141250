import { setTimeout as delay } from 'node:timers/promises';
import { dayMs, hourMs, minuteMs } from '../../../shared/domain/instant.ts';
import type { Clock } from '../../../shared/ports/clock.ts';
import type { LedgerStore } from '../../../shared/ports/ledger-store.ts';
import type { Logger } from '../../../shared/ports/logger.ts';
import type { DetailRetention } from '../../../shared/settings/schema.ts';
import { createRepeater } from './repeater.ts';

/** When old events are rolled up, in milliseconds. */
export interface CompactorTiming {
  /** From the start, or a change of the setting, to the first look; also between two looks while not idle. */
  readonly firstMs: number;
  /** From the end of a compaction to the next, and from a failure to the next try. */
  readonly againMs: number;
  readonly afterFailureMs: number;
  /** Between two steps, for whatever else waits for this thread. */
  readonly restMs: number;
}

const defaultTiming: CompactorTiming = { firstMs: minuteMs, againMs: dayMs, afterFailureMs: hourMs, restMs: 50 };

/** Events in one transaction: some ten milliseconds of work. */
const stepEvents = 200;

/** What the compactor works with. */
export interface CompactorOptions {
  readonly store: Pick<LedgerStore, 'compact' | 'stats'>;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly retention: () => DetailRetention;
  /** Nothing is being read, and nobody waits. */
  readonly isIdle: () => boolean;
  readonly timing?: Partial<CompactorTiming> | undefined;
}

/** Rolls up events that are older than the person wants to keep them one by one, when nothing else is to be done. */
export interface Compactor {
  start(): void;
  /** The setting has changed. */
  reschedule(): void;
  /** Ends it between two steps, at once. */
  stop(): void;
}

/** Builds the compactor. Its timers do not keep the process alive. */
export function createCompactor(options: CompactorOptions): Compactor {
  const { store, clock, logger, retention, isIdle } = options;
  const timing = { ...defaultTiming, ...options.timing };
  let nextMs = timing.firstMs;
  let isStopped = false;

  /**
   * Age counts from the newest request where that is earlier than now: a clock that runs far ahead would have everything
   * rolled up, and nothing brings it back.
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
