import { isSameLimit } from '../../shared/domain/limit-id.ts';
import type { LimitReading } from '../../shared/domain/limit-window.ts';
import {
  compareByTime,
  compareReadings,
  groupBySlot,
  pickNewestReadings,
  thinReadings,
  toSlotKey,
} from '../../shared/ledger/limit-history.ts';
import type { LimitStore } from '../../shared/ports/limit-store.ts';

/** Limit readings in memory. */
export interface MemoryLimits extends LimitStore {
  /** Stores the readings that the history needs; returns how many are new. */
  add(readings: readonly LimitReading[]): number;
  all(): readonly LimitReading[];
}

/** Builds an empty history. */
export function createMemoryLimits(): MemoryLimits {
  const slots = new Map<string, readonly LimitReading[]>();
  const all = (): readonly LimitReading[] => [...slots.values()].flat();

  const addToSlot = (readings: readonly LimitReading[]): number => {
    const [sample] = readings;
    if (sample === undefined) return 0;
    const key = toSlotKey(sample);
    const stored = slots.get(key) ?? [];
    const kept = thinReadings([...stored, ...readings]);
    slots.set(key, kept);
    return kept.filter((reading) => !stored.some((other) => compareReadings(other, reading) === 0)).length;
  };

  return {
    add(readings) {
      let added = 0;
      for (const slot of groupBySlot(readings)) added += addToSlot(slot);
      return added;
    },
    all,
    limitReadings: ({ fromMs, toMs, limit }) =>
      all()
        .filter(({ id, observedAtMs }) => {
          const isWanted = limit === undefined || isSameLimit(id, limit);
          return isWanted && observedAtMs >= fromMs && observedAtMs < toMs;
        })
        .sort(compareByTime),
    latestLimitReadings: (atMs) => pickNewestReadings(all().filter((reading) => reading.observedAtMs <= atMs)),
  };
}
