import { floorTo } from '../../../shared/domain/instant.ts';
import type { LimitReading } from '../../../shared/domain/limit-window.ts';
import { groupBySlot, readingSlotMs, thinReadings } from '../../../shared/ledger/limit-history.ts';

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
      // Of equal readings in one slot, only the first and the last are kept. Most are in between: drop them here, cheaply.
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
 * Whether a reading repeats an earlier one of the same slot. All fields that decide whether the ledger accepts it must be
 * equal, so that no refused reading takes the place of an accepted one.
 */
function isRepeated(earlier: LimitReading, later: LimitReading): boolean {
  return (
    earlier.observedAtMs < later.observedAtMs &&
    floorTo(earlier.observedAtMs, readingSlotMs) === floorTo(later.observedAtMs, readingSlotMs) &&
    earlier.usedPercent === later.usedPercent &&
    earlier.resetsAtMs === later.resetsAtMs &&
    earlier.windowMinutes === later.windowMinutes &&
    earlier.amount === null &&
    later.amount === null &&
    earlier.id.name === later.id.name &&
    earlier.id.provider === later.id.provider &&
    earlier.id.account === later.id.account
  );
}
