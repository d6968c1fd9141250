import { minuteMs } from '../domain/instant.ts';
import type { LimitReading } from '../domain/limit-window.ts';

/** A reset that moves by more than this is another one: servers recompute it for each answer. */
export const movedMs = 5 * minuteMs;

/** Percentages are rounded by whoever reports them, each in its own way. */
export const roundingPercent = 1;

/**
 * Whether a window was reset between two of its readings, the earlier first: its use fell, its reset lies behind the
 * later reading, or the reset moved. Anchors may move without a reset (openai/codex#36313), but what was used before
 * cannot be compared with what is used after.
 */
export function isResetBetween(earlier: LimitReading, later: LimitReading): boolean {
  if (earlier.resetsAtMs !== null && earlier.resetsAtMs <= later.observedAtMs) return true;
  if (earlier.resetsAtMs !== null && later.resetsAtMs !== null) {
    if (Math.abs(later.resetsAtMs - earlier.resetsAtMs) > movedMs) return true;
  }
  if (earlier.usedPercent === null || later.usedPercent === null) return false;
  return later.usedPercent < earlier.usedPercent - roundingPercent;
}

/** The readings of one window, ordered by time, split where it was reset. */
export function splitCycles(readings: readonly LimitReading[]): readonly (readonly LimitReading[])[] {
  const cycles: LimitReading[][] = [];
  let previous: LimitReading | null = null;
  for (const reading of readings) {
    const cycle = cycles.at(-1);
    if (cycle === undefined || previous === null || isResetBetween(previous, reading)) cycles.push([reading]);
    else cycle.push(reading);
    previous = reading;
  }
  return cycles;
}
