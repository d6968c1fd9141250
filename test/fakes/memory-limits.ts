import { isSameLimit } from '../../shared/domain/limit-id.ts';
import { sameResetMs, type LimitReading } from '../../shared/domain/limit-window.ts';
import {
  compareByTime,
  compareLatest,
  compareReadings,
  groupBySlot,
  isNamedAhead,
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
    latestLimitReadings(atMs) {
      const observed = all().filter((reading) => reading.observedAtMs <= atMs);
      const newest = pickNewestReadings(observed);
      const hidden = newest
        .filter((named) => isNamedAhead(named, atMs))
        .flatMap((named) => findHidden(observed, named));
      return [...new Set([...newest, ...hidden])].sort(compareLatest);
    },
  };
}

/** The newest reading without an account that has the reset of a named one, and what was reported with it. */
function findHidden(observed: readonly LimitReading[], named: LimitReading): readonly LimitReading[] {
  const unnamed = observed.filter(({ id }) => id.account === null && id.provider === named.id.provider);
  const same = unnamed.filter(
    ({ id, resetsAtMs }) =>
      isSameLimit(id, { ...named.id, account: null }) &&
      resetsAtMs !== null &&
      Math.abs(resetsAtMs - named.resetsAtMs!) <= sameResetMs,
  );
  const found = same.sort(compareReadings).at(-1);
  return unnamed.filter(
    ({ source, origin, observedAtMs }) =>
      source === found?.source && origin === found.origin && observedAtMs === found.observedAtMs,
  );
}
