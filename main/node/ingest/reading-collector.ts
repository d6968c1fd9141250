import { floorTo } from '../../../shared/domain/instant.ts';
import type { LimitReading } from '../../../shared/domain/limit-window.ts';
import { groupBySlot, slotMs, thinReadings } from '../../../shared/ledger/limit-history.ts';

/**
 * Collects the limit readings of a file. Agents repeat their limits with every response: only readings that the ledger
 * would keep are passed on.
 */
export interface ReadingCollector {
  add(reading: LimitReading): void;
  count(): number;
  /** Those that the ledger would keep; then it is empty again. */
  take(): readonly LimitReading[];
}

/** The latest reading of a window, and whether it only repeats the one before it. */
interface Latest {
  readonly place: number;
  readonly isRepeat: boolean;
}

/** Builds an empty one. */
export function createReadingCollector(): ReadingCollector {
  let readings: LimitReading[] = [];
  /** By scope, which windows of one provider rarely share. */
  let latest = new Map<string, Latest>();
  return {
    add(reading) {
      const { scope } = reading.id;
      const known = latest.get(scope);
      const isRepeat = known !== undefined && isRepeated(readings[known.place]!, reading);
      // Between two that say the same in one slot, none is kept. Most are of this kind, and leave here for nothing.
      const place = isRepeat && known.isRepeat ? known.place : readings.length;
      readings[place] = reading;
      if (known?.place !== place || !known.isRepeat) latest.set(scope, { place, isRepeat });
    },
    count: () => readings.length,
    take() {
      const taken = readings.length === 0 ? [] : [...groupBySlot(readings)].flatMap(thinReadings);
      readings = [];
      latest = new Map();
      return taken;
    },
  };
}

/**
 * Belongs to the slot of an earlier one, and comes later. Whether it is valid depends on the other fields, so they must be
 * equal: one that the ledger refuses replaces none.
 */
function isRepeated(earlier: LimitReading, { id, ...later }: LimitReading): boolean {
  return (
    earlier.observedAtMs + 1 <= later.observedAtMs &&
    floorTo(earlier.observedAtMs, slotMs) === floorTo(later.observedAtMs, slotMs) &&
    earlier.usedPercent === later.usedPercent &&
    earlier.resetsAtMs === later.resetsAtMs &&
    earlier.windowMinutes === later.windowMinutes &&
    earlier.amount === null &&
    later.amount === null &&
    earlier.id.name === id.name &&
    earlier.id.provider === id.provider &&
    earlier.id.account === id.account
  );
}
