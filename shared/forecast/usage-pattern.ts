import { dayMs } from '../domain/instant.ts';
import { slotMs, type SlotSeries } from './slot-series.ts';

/** How much of a history forecasts use. */
export const historyMs = 56 * dayMs;
export const slotsPerDay = dayMs / slotMs;
/** Over how many of the newest slots with usage the usual amount is averaged: habits, models and plans change. */
const scaleSlots = 16;
/** A person's regularity is the share of days with usage over this many days. */
const regularityDays = 14;
/** Up to this many idle slots, the last two hours say more than the last weeks. */
const shortRestSlots = 7;
const recentSlots = 8;
/** Up to this horizon, likewise. */
const shortHorizonSlots = 30;

/** A history seen slot by slot: index 0 is its first slot, and index `length` is the present. */
export interface UsagePattern {
  readonly length: number;
  /** Tokens used before the slot at each index; one more entry than slots. */
  readonly sums: Float64Array;
  /** The usual number of tokens in a slot with usage, as of each index. */
  readonly scales: Float64Array;
  /** Idle slots just before each index. */
  readonly rests: Int32Array;
  /** Slots with usage among the eight before each index. */
  readonly recent: Int32Array;
  /** The smoothed share of days with usage, 0 to 1, as of each index. */
  readonly regularity: Float64Array;
}

/** Reads the newest part of a history up to `nowMs`. Null when it is empty. */
export function readUsagePattern(series: SlotSeries, nowMs: number): UsagePattern | null {
  const first = series.at(series.countBefore(nowMs - historyMs));
  if (first === undefined) return null;
  const length = Math.max(0, Math.floor((nowMs - first.atMs) / slotMs));
  const size = length + 1;
  const activity = {
    length,
    sums: new Float64Array(size),
    scales: new Float64Array(size),
    rests: new Int32Array(size),
    recent: new Int32Array(size),
    regularity: new Float64Array(size),
  };
  fill(activity, series, first.atMs);
  return activity;
}

function fill(activity: UsagePattern, series: SlotSeries, firstMs: number): void {
  const { length, sums, scales, rests, recent, regularity } = activity;
  const firstDay = Math.floor(firstMs / dayMs);
  const daysUsed = new Set<number>();
  const keep = 1 - 1 / scaleSlots;
  let index = series.countBefore(firstMs);
  let rest = 0;
  let weighted = 0;
  let weight = 0;
  for (let slot = 0; slot <= length; slot++) {
    const atMs = firstMs + slot * slotMs;
    rests[slot] = rest;
    scales[slot] = weight > 0 ? weighted / weight : 0;
    regularity[slot] = toRegularity(daysUsed, firstDay, Math.floor(atMs / dayMs));
    if (slot === length) break;
    const found = series.at(index);
    const tokens = found?.atMs === atMs ? found.tokens : 0;
    sums[slot + 1] = (sums[slot] ?? 0) + tokens;
    if (tokens > 0) {
      index++;
      rest = 0;
      weighted = weighted * keep + tokens;
      weight = weight * keep + 1;
      daysUsed.add(Math.floor(atMs / dayMs));
    } else rest++;
  }
  countRecent(activity);
  function countRecent({ sums: totals }: UsagePattern): void {
    const isUsed = (slot: number): number => (slot >= 0 && (totals[slot + 1] ?? 0) > (totals[slot] ?? 0) ? 1 : 0);
    for (let slot = 1; slot <= length; slot++) {
      recent[slot] = (recent[slot - 1] ?? 0) + isUsed(slot - 1) - isUsed(slot - 1 - recentSlots);
    }
  }
}

function toRegularity(daysUsed: ReadonlySet<number>, firstDay: number, day: number): number {
  const days = Math.min(regularityDays, day - firstDay + 1);
  let used = 0;
  for (let past = day - regularityDays + 1; past <= day; past++) if (daysUsed.has(past)) used++;
  return (used + 0.5) / (days + 1);
}

/** Upper bounds, in slots, of the classes of rest: none, 15 minutes, up to 45, 2 h, 4 h, 8 h, 16 h, 32 h, 3 days, longer. */
const restBounds = [0, 1, 3, 7, 15, 31, 63, 127, 287] as const;

/** The number of kinds of situation. */
export const situations = (restBounds.length + 1) * 3;

/**
 * The kind of situation at an index, as seen over a horizon: how long the rest has been, and how much was going on.
 * `Math.floor(situation / 3)` is the class of rest alone.
 */
export function toSituation(activity: UsagePattern, index: number, horizonSlots: number): number {
  const rest = activity.rests[index] ?? 0;
  const bound = restBounds.findIndex((max) => rest <= max);
  const restClass = bound === -1 ? restBounds.length : bound;
  if (rest > shortRestSlots || horizonSlots > shortHorizonSlots) {
    const regularity = activity.regularity[index] ?? 0;
    return restClass * 3 + (regularity <= 0.25 ? 0 : regularity <= 0.5 ? 1 : 2);
  }
  const recent = activity.recent[index] ?? 0;
  return restClass * 3 + (recent <= 2 ? 0 : recent <= 5 ? 1 : 2);
}
