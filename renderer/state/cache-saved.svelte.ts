import type { Host } from '../../shared/contract/index.ts';
import type { DayKey } from '../../shared/domain/calendar-day.ts';
import { minuteMs } from '../../shared/domain/instant.ts';
import type { MicroUsd } from '../../shared/domain/money.ts';

/** What the cache has saved today. */
export interface CacheSaved {
  /** Estimated; null until it has arrived, and where no price is known. */
  readonly current: MicroUsd | null;
  /** Asks again, at most once a minute. Never rejects. */
  load(today: DayKey, nowMs: number): void;
}

/** Builds it; nothing is asked before `load`. */
export function createCacheSaved(host: Host): CacheSaved {
  let current = $state.raw<MicroUsd | null>(null);
  let asked: { readonly day: DayKey; readonly atMs: number } | null = null;
  return {
    get current() {
      return current;
    },
    load(today, nowMs) {
      const isNewDay = asked?.day !== today;
      if (asked !== null && !isNewDay && Math.abs(nowMs - asked.atMs) < minuteMs) return;
      if (isNewDay) current = null;
      asked = { day: today, atMs: nowMs };
      host.call('overview', { since: today, until: today, timeZone: null, source: null }).then(
        ({ figures }) => {
          if (asked?.day === today) current = figures.cacheSavedMicroUsd;
        },
        // Today is shown without it, and the next `load` asks again.
        () => (asked = null),
      );
    },
  };
}
