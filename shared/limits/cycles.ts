import { minuteMs } from '../domain/instant.ts';
import type { LimitReading } from '../domain/limit-window.ts';

/** A reset that moves by more than this is another one: servers recompute it for each answer. */
export const movedMs = 5 * minuteMs;

/** Each origin rounds percentages in its own way. */
export const roundingPercent = 1;

/** Whether the window of one reading had ended by a later one: its use fell, or its reset is before the later one. */
export function isOverBetween(earlier: LimitReading, later: LimitReading): boolean {
  if (earlier.resetsAtMs !== null && earlier.resetsAtMs <= later.observedAtMs) return true;
  if (earlier.usedPercent === null || later.usedPercent === null) return false;
  return later.usedPercent < earlier.usedPercent - roundingPercent;
}

/**
 * Whether a window was reset between two of its readings, the earlier first: it was over, or its reset moved. Anchors
 * may move without a reset (openai/codex#36313), but what was used before cannot be compared with what is used after.
 */
export function isResetBetween(earlier: LimitReading, later: LimitReading): boolean {
  if (isOverBetween(earlier, later)) return true;
  if (earlier.resetsAtMs === null || later.resetsAtMs === null) return false;
  return Math.abs(later.resetsAtMs - earlier.resetsAtMs) > movedMs;
}

/** The readings of one window, ordered by time, split where it was reset, or where `isSplit` says. */
export function splitCycles(
  readings: readonly LimitReading[],
  isSplit = isResetBetween,
): readonly (readonly LimitReading[])[] {
  const cycles: LimitReading[][] = [];
  let previous: LimitReading | null = null;
  for (const reading of readings) {
    const cycle = cycles.at(-1);
    if (cycle === undefined || previous === null || isSplit(previous, reading)) cycles.push([reading]);
    else cycle.push(reading);
    previous = reading;
  }
  return cycles;
}
