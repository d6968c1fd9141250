import { floorTo, hourMs } from '../domain/instant.ts';
import type { UsageCell } from '../domain/usage-cell.ts';
import type { PriceBook } from '../ports/price-book.ts';
import { createUsageSum, type UsageSum } from './usage-sum.ts';

/**
 * The usage of one source over some days, as one-minute cells, with sums of minutes and hours kept. Changing a minute
 * costs as much as that minute holds; the sum of a span costs as much as it has hours, however many cells there are.
 * All spans are half open and refer to a cell's first event, which lies in the hour of its slice.
 */
export interface UsageTimeline {
  /** Replaces the cells of the slice that starts at this instant. */
  setSlice(startMs: number, cells: readonly UsageCell[]): void;
  /** Drops all slices before an instant, which must be a full hour. */
  dropBefore(atMs: number): void;
  /** Drops the sums, which depend on prices. */
  dropSums(): void;
  sumBetween(fromMs: number, toMs: number): UsageSum;
  cellsBetween(fromMs: number, toMs: number): readonly UsageCell[];
  /** The first event at or after an instant, among cells that begin there or later; null when there is none. */
  firstAtOrAfter(atMs: number): number | null;
  /** The last first event of a cell before an instant; null when there is none. */
  lastBefore(atMs: number): number | null;
  isEmpty(): boolean;
}

interface Slice {
  readonly startMs: number;
  readonly cells: readonly UsageCell[];
  sum: UsageSum | null;
}

interface Hour {
  readonly startMs: number;
  /** Sorted by start, none of them empty. */
  readonly slices: Slice[];
  sum: UsageSum | null;
}

/** Builds an empty timeline. `book` returns the current prices. */
export function createUsageTimeline(book: () => PriceBook): UsageTimeline {
  let hours: Hour[] = [];
  const hoursBetween = (fromMs: number, toMs: number): readonly Hour[] =>
    hours.slice(findPlace(hours, floorTo(Math.max(fromMs, hours[0]?.startMs ?? 0), hourMs)), findPlace(hours, toMs));

  return {
    setSlice: (startMs, cells) => putSlice(hours, startMs, cells),
    dropBefore(atMs) {
      hours = hours.slice(findPlace(hours, atMs));
    },
    dropSums() {
      for (const hour of hours) {
        hour.sum = null;
        for (const slice of hour.slices) slice.sum = null;
      }
    },
    sumBetween(fromMs, toMs) {
      const sum = createUsageSum();
      for (const hour of hoursBetween(fromMs, toMs)) {
        if (isWithin(hour.startMs, hour.startMs + hourMs - 1, fromMs, toMs)) sum.join(sumOfHour(hour, book()));
        else for (const slice of hour.slices) addSlice(sum, slice, fromMs, toMs, book());
      }
      return sum;
    },
    cellsBetween: (fromMs, toMs) =>
      hoursBetween(fromMs, toMs).flatMap(({ slices }) => slices.flatMap((slice) => cellsOf(slice, fromMs, toMs))),
    firstAtOrAfter(atMs) {
      for (const { slices } of hoursBetween(atMs, Infinity)) {
        let firstMs = Infinity;
        for (const { cells } of slices) {
          for (const cell of cells) if (cell.firstAtMs >= atMs && cell.firstAtMs < firstMs) firstMs = cell.firstAtMs;
        }
        if (firstMs < Infinity) return firstMs;
      }
      return null;
    },
    lastBefore(atMs) {
      for (const { slices } of hoursBetween(-Infinity, atMs).toReversed()) {
        let lastMs = -Infinity;
        for (const { cells } of slices) {
          for (const cell of cells) if (cell.firstAtMs < atMs && cell.firstAtMs > lastMs) lastMs = cell.firstAtMs;
        }
        if (lastMs > -Infinity) return lastMs;
      }
      return null;
    },
    isEmpty: () => hours.length === 0,
  };
}

function putSlice(hours: Hour[], startMs: number, cells: readonly UsageCell[]): void {
  const hourStartMs = floorTo(startMs, hourMs);
  const place = findPlace(hours, hourStartMs);
  let hour = hours[place];
  if (hour?.startMs !== hourStartMs) {
    if (cells.length === 0) return;
    hour = { startMs: hourStartMs, slices: [], sum: null };
    hours.splice(place, 0, hour);
  }
  const slicePlace = findPlace(hour.slices, startMs);
  const isThere = hour.slices[slicePlace]?.startMs === startMs;
  hour.slices.splice(slicePlace, isThere ? 1 : 0, ...(cells.length === 0 ? [] : [{ startMs, cells, sum: null }]));
  hour.sum = null;
  if (hour.slices.length === 0) hours.splice(place, 1);
}

function sumOfHour(hour: Hour, book: PriceBook): UsageSum {
  if (hour.sum === null) {
    hour.sum = createUsageSum();
    for (const slice of hour.slices) hour.sum.join(sumOfSlice(slice, book));
  }
  return hour.sum;
}

function sumOfSlice(slice: Slice, book: PriceBook): UsageSum {
  if (slice.sum === null) {
    slice.sum = createUsageSum();
    for (const cell of slice.cells) slice.sum.add(cell, book.costOf(cell));
  }
  return slice.sum;
}

/** Adds the part of a slice that lies in a span. */
function addSlice(sum: UsageSum, slice: Slice, fromMs: number, toMs: number, book: PriceBook): void {
  let firstMs = Infinity;
  let lastMs = -Infinity;
  for (const { firstAtMs } of slice.cells) {
    firstMs = Math.min(firstMs, firstAtMs);
    lastMs = Math.max(lastMs, firstAtMs);
  }
  if (isWithin(firstMs, lastMs, fromMs, toMs)) sum.join(sumOfSlice(slice, book));
  else for (const cell of cellsOf(slice, fromMs, toMs)) sum.add(cell, book.costOf(cell));
}

/** The index at which an item with this start is, or would be inserted. */
function findPlace(sorted: readonly { readonly startMs: number }[], startMs: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle]?.startMs ?? Infinity) < startMs) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isWithin(firstMs: number, lastMs: number, fromMs: number, toMs: number): boolean {
  return firstMs >= fromMs && lastMs < toMs;
}

function cellsOf({ cells }: Slice, fromMs: number, toMs: number): readonly UsageCell[] {
  return cells.filter(({ firstAtMs }) => firstAtMs >= fromMs && firstAtMs < toMs);
}
