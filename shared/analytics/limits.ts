import { minuteMs } from '../domain/instant.ts';
import type { LimitReading, LimitWindow } from '../domain/limit-window.ts';
import { compareValues } from '../lib/compare.ts';

/** A reading is trusted for this long, or for a thirtieth of its window when that is longer (a week: 5.6 hours). */
const shortestTrustMs = 10 * minuteMs;
const trustedShare = 1 / 30;
/** So early in a window its pace says nothing (as CodexBar has it). */
const leastElapsedShare = 0.03;

/**
 * The limit windows as they stand now: the newest reading of each that is still valid. A reading is dropped when its
 * window has been reset since, and when its percentage is none (versions are known to write a time in its place).
 * Ordered by source, limit and length.
 */
export function toLimitWindows(readings: readonly LimitReading[], nowMs: number): readonly LimitWindow[] {
  const newest = new Map<string, LimitReading>();
  for (const reading of readings) {
    if (!(reading.usedPercent >= 0 && reading.usedPercent <= 100) || endsAtMs(reading) <= nowMs) continue;
    const key = JSON.stringify([reading.source, reading.limitId, reading.windowMinutes]);
    const known = newest.get(key);
    if (known === undefined || reading.observedAtMs >= known.observedAtMs) newest.set(key, reading);
  }
  return [...newest.values()]
    .sort(
      (a, b) =>
        compareValues(a.source, b.source) ||
        compareValues(a.limitId, b.limitId) ||
        compareValues(a.windowMinutes, b.windowMinutes),
    )
    .map((reading) => toLimitWindow(reading, nowMs));
}

/**
 * Index of the window that stops the person first: of those that are used up the one that stays so longest, else the
 * one that runs out first. Null when none is known to run out before its reset.
 */
export function findBindingWindow(windows: readonly LimitWindow[]): number | null {
  let binding: number | null = null;
  for (const [index, window] of windows.entries()) {
    if (window.runsOutAtMs === null) continue;
    const best = binding === null ? undefined : windows[binding];
    if (best === undefined || stopsBefore(window, best)) binding = index;
  }
  return binding;
}

function stopsBefore(window: LimitWindow, other: LimitWindow): boolean {
  const isUsedUp = window.usedPercent >= 100;
  if (isUsedUp !== other.usedPercent >= 100) return isUsedUp;
  if (isUsedUp) return endsAtMs(window) > endsAtMs(other);
  return (window.runsOutAtMs ?? Infinity) < (other.runsOutAtMs ?? Infinity);
}

function toLimitWindow(reading: LimitReading, nowMs: number): LimitWindow {
  const isStale = nowMs > trustedUntilMs(reading);
  return {
    ...reading,
    provenance: isStale ? 'stale' : 'official',
    runsOutAtMs: runsOutAt(reading, reading.windowMinutes * minuteMs, isStale),
  };
}

/** Until when a reading is trusted, UTC milliseconds. */
export function trustedUntilMs({ observedAtMs, windowMinutes }: LimitReading): number {
  return observedAtMs + Math.max(shortestTrustMs, windowMinutes * minuteMs * trustedShare);
}

/** By the pace of the window so far; a used-up window ran out when that was read, however old the reading is. */
function runsOutAt(reading: LimitReading, windowMs: number, isStale: boolean): number | null {
  const { usedPercent, resetsAtMs, observedAtMs } = reading;
  if (usedPercent >= 100) return observedAtMs;
  if (isStale || usedPercent === 0 || resetsAtMs === null) return null;
  const elapsedMs = observedAtMs - (resetsAtMs - windowMs);
  if (elapsedMs < windowMs * leastElapsedShare) return null;
  const atMs = Math.round(observedAtMs + ((100 - usedPercent) * elapsedMs) / usedPercent);
  return atMs < resetsAtMs ? atMs : null;
}

/** When a window resets; where the provider does not say, its own length after the reading at the latest. */
export function endsAtMs({ resetsAtMs, observedAtMs, windowMinutes }: LimitReading): number {
  return resetsAtMs ?? observedAtMs + windowMinutes * minuteMs;
}
