import { compareValues } from '../../../../shared/lib/compare.ts';
import type { LedgerSourceStats } from '../../../../shared/ports/event-store.ts';

/** Sums up the ledger's data by source. */
export interface StatsSum {
  /** Registers a source, even if nothing is stored for it. */
  addSource(source: string): void;
  add(source: string, events: number, isReplay: boolean, firstAtMs: number, lastAtMs: number): void;
  /** Ordered by source name. Times are those of counted events. */
  stats(): readonly LedgerSourceStats[];
}

/** Builds an empty sum. */
export function createStatsSum(): StatsSum {
  const sums = new Map<string, LedgerSourceStats>();
  const read = (source: string): LedgerSourceStats =>
    sums.get(source) ?? { source, events: 0, replayedEvents: 0, firstAtMs: null, lastAtMs: null };
  return {
    addSource(source) {
      sums.set(source, read(source));
    },
    add(source, events, isReplay, firstAtMs, lastAtMs) {
      const sum = read(source);
      sums.set(
        source,
        isReplay
          ? { ...sum, replayedEvents: sum.replayedEvents + events }
          : {
              ...sum,
              events: sum.events + events,
              firstAtMs: Math.min(sum.firstAtMs ?? firstAtMs, firstAtMs),
              lastAtMs: Math.max(sum.lastAtMs ?? lastAtMs, lastAtMs),
            },
      );
    },
    stats: () => [...sums.values()].sort((left, right) => compareValues(left.source, right.source)),
  };
}
