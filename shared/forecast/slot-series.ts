import { floorTo, quarterHourMs } from '../domain/instant.ts';

/** Length of a slot: all forecasts use sums of a quarter-hour, the grain at which the ledger keeps the past. */
export const slotMs = quarterHourMs;

/** Tokens used in one slot that has any. */
export interface UsedSlot {
  /** Start, UTC milliseconds: a multiple of `slotMs`. */
  readonly atMs: number;
  readonly tokens: number;
}

/**
 * The part of a history that forecasts need: sums of the slots with usage. All spans are half open. A series ends at
 * an instant, and nothing at or after it can be read from it.
 */
export interface SlotSeries {
  readonly length: number;
  /** The slot at an index, oldest first. */
  at(index: number): UsedSlot | undefined;
  /** Tokens in `[fromMs, toMs)`; both are rounded down to a slot. */
  sumBetween(fromMs: number, toMs: number): number;
  /** How many slots with usage start before an instant. */
  countBefore(atMs: number): number;
  /** The part that had happened by an instant. Costs nothing: it shares its memory. */
  until(atMs: number): SlotSeries;
}

/** Builds a series. Slots of one time are added up; what is not positive is left out. */
export function createSlotSeries(slots: Iterable<UsedSlot>): SlotSeries {
  const byStart = new Map<number, number>();
  for (const { atMs, tokens } of slots) {
    if (!(tokens > 0) || !Number.isFinite(atMs)) continue;
    const startMs = floorTo(atMs, slotMs);
    byStart.set(startMs, (byStart.get(startMs) ?? 0) + tokens);
  }
  const starts = Float64Array.from([...byStart.keys()].sort((a, b) => a - b));
  const sums = new Float64Array(starts.length + 1);
  for (const [index, startMs] of starts.entries()) sums[index + 1] = sums[index]! + byStart.get(startMs)!;
  return createView(starts, sums, starts.length);
}

function createView(starts: Float64Array, sums: Float64Array, length: number): SlotSeries {
  const countBefore = (atMs: number): number => {
    let low = 0;
    let high = length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (starts[middle]! < atMs) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    length,
    at: (index) =>
      index < 0 || index >= length ? undefined : { atMs: starts[index]!, tokens: sums[index + 1]! - sums[index]! },
    sumBetween(fromMs, toMs) {
      const first = countBefore(floorTo(fromMs, slotMs));
      return Math.max(0, sums[Math.max(first, countBefore(floorTo(toMs, slotMs)))]! - sums[first]!);
    },
    countBefore,
    until: (atMs) => createView(starts, sums, countBefore(floorTo(atMs, slotMs))),
  };
}
