import { mergeActivity } from '../../../../shared/activity/slots.ts';
import type { ActivityRow } from '../../../../shared/domain/activity.ts';
import { minuteMs } from '../../../../shared/domain/instant.ts';
import type { ActivityStore } from '../../../../shared/ports/activity-store.ts';
import type { Clock } from '../../../../shared/ports/clock.ts';
import type { Logger } from '../../../../shared/ports/logger.ts';

/** Rows kept while the ledger cannot be written. */
const maxWaiting = 1_000;

/** Activity that was measured and is not in the ledger yet. */
export interface ActivityBuffer {
  /** Adds rows, and writes what is waiting at most once a minute. Never throws. */
  add(rows: readonly ActivityRow[]): void;
  /** Writes what is waiting. Never throws. */
  flush(): void;
}

/** Builds it. `what` is what the time was spent with. Rows that cannot be written are tried again. */
export function createActivityBuffer(options: {
  readonly what: 'tools' | 'apps';
  readonly store: () => ActivityStore;
  readonly clock: Clock;
  readonly logger: Logger;
}): ActivityBuffer {
  const { clock, what } = options;
  let waiting: readonly ActivityRow[] = [];
  let writtenAtMs = -Infinity;
  const flush = (): void => {
    if (waiting.length === 0) return;
    writtenAtMs = clock.nowMs();
    try {
      options.store().recordActivity({ added: waiting, raised: [], cursors: new Map() });
      waiting = [];
    } catch (error) {
      // Failures to write the ledger are reported elsewhere.
      options.logger.warn(`time with ${what} was not recorded: ${String(error)}`);
      waiting = waiting.slice(-maxWaiting);
    }
  };
  return {
    add(rows) {
      waiting = mergeActivity([...waiting, ...rows]);
      if (Math.abs(clock.nowMs() - writtenAtMs) >= minuteMs) flush();
    },
    flush,
  };
}
