import { hourMs, minuteMs } from '../domain/instant.ts';
import { compareLimitIds, toLimitKey } from '../domain/limit-id.ts';
import { isUsedUp, type LimitOutlook, type LimitReading, type LimitWindow } from '../domain/limit-window.ts';
import { compareNullable, compareValues } from '../lib/compare.ts';

/** A reading is trusted for this long, or for a thirtieth of its window when that is longer (a week: 5.6 hours). */
const minTrustMs = 10 * minuteMs;
const trustedShare = 1 / 30;
/** The same for limits without a length: credits change only with use. */
const trustWithoutLengthMs = hourMs;
/** Before this share of a window has passed, its pace says nothing (as in CodexBar). */
const minElapsedShare = 0.03;

/**
 * The current limit windows: the newest reading of each that is still valid. A reading is dropped when its window has
 * reset since, or when its percentage is invalid (some versions write a time in its place). Ordered by provider,
 * account, limit and length.
 */
export function toLimitWindows(readings: readonly LimitReading[], nowMs: number): readonly LimitWindow[] {
  const newest = new Map<string, LimitReading>();
  for (const reading of readings) {
    if (!isPlausible(reading) || endsAtMs(reading) <= nowMs) continue;
    const key = toLimitKey(reading.id);
    const known = newest.get(key);
    if (known === undefined || reading.observedAtMs >= known.observedAtMs) newest.set(key, reading);
  }
  return [...newest.values()].sort(compareForDisplay).map(toLimitWindow);
}

/**
 * The window that stops the user first: of those already used up, the one that stays so longest; otherwise the one that
 * runs out first. Null when none is known to run out before its reset.
 */
export function findBindingWindow(windows: readonly LimitOutlook[]): LimitOutlook | null {
  let binding: LimitOutlook | null = null;
  for (const window of windows) {
    if (window.runsOutAtMs === null) continue;
    if (binding === null || stopsBefore(window, binding)) binding = window;
  }
  return binding;
}

/** The last instant at which a reading is trusted, UTC milliseconds. */
function trustedUntilMs({ observedAtMs, windowMinutes }: LimitReading): number {
  if (windowMinutes === null) return observedAtMs + trustWithoutLengthMs;
  return observedAtMs + Math.max(minTrustMs, Math.floor(windowMinutes * minuteMs * trustedShare));
}

/**
 * When a window resets. Where the provider does not say, at the latest one window length after the reading. Infinity
 * for limits that never reset.
 */
export function endsAtMs({ resetsAtMs, observedAtMs, windowMinutes }: LimitReading): number {
  return resetsAtMs ?? (windowMinutes === null ? Infinity : observedAtMs + windowMinutes * minuteMs);
}

function isPlausible({ usedPercent, amount }: LimitReading): boolean {
  return usedPercent === null ? amount !== null : usedPercent >= 0 && usedPercent <= 100;
}

/** Keeps windows of one limit together, shortest first. */
function compareForDisplay(left: LimitReading, right: LimitReading): number {
  return (
    compareLimitIds({ ...left.id, scope: '' }, { ...right.id, scope: '' }) ||
    compareNullable(left.windowMinutes, right.windowMinutes) ||
    compareValues(left.id.scope, right.id.scope)
  );
}

function stopsBefore(window: LimitOutlook, other: LimitOutlook): boolean {
  const isOver = isUsedUp(window);
  if (isOver !== isUsedUp(other)) return isOver;
  if (isOver) return endsAtMs(window) > endsAtMs(other);
  return (window.runsOutAtMs ?? Infinity) < (other.runsOutAtMs ?? Infinity);
}

function toLimitWindow(reading: LimitReading): LimitWindow {
  return { ...reading, trustedUntilMs: trustedUntilMs(reading), runsOutAtMs: runsOutAt(reading) };
}

/** Extrapolates the window's pace up to the reading. A used-up window ran out when it was read. */
function runsOutAt(reading: LimitReading): number | null {
  const { usedPercent, resetsAtMs, observedAtMs, windowMinutes } = reading;
  if (isUsedUp(reading)) return observedAtMs;
  if (!usedPercent || resetsAtMs === null || windowMinutes === null) return null;
  const windowMs = windowMinutes * minuteMs;
  const elapsedMs = observedAtMs - (resetsAtMs - windowMs);
  if (elapsedMs < windowMs * minElapsedShare) return null;
  const atMs = Math.round(observedAtMs + ((100 - usedPercent) * elapsedMs) / usedPercent);
  return atMs < resetsAtMs ? atMs : null;
}
