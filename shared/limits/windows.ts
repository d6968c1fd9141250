import { createCalendar } from '../domain/calendar-day.ts';
import { hourMs, minuteMs } from '../domain/instant.ts';
import { compareLimitIds, toLimitKey } from '../domain/limit-id.ts';
import { hasReset, isUsedUp, type LimitReading, type LimitWindow } from '../domain/limit-window.ts';
import { compareNullable, compareValues } from '../lib/compare.ts';
import { groupBy } from '../lib/group-by.ts';
import { resolveLimitIds } from './accounts.ts';
import { isResetBetween } from './cycles.ts';
import { minElapsedShare, toPace, type PaceOptions } from './pace.ts';
import { everyDay } from './work-week.ts';

/** A reading is trusted for this long, or for a thirtieth of its window when that is longer (a week: 5.6 hours). */
const minTrustMs = 10 * minuteMs;
const trustedShare = 1 / 30;
/** The same for limits without a length: credits change only with use. */
const trustWithoutLengthMs = hourMs;

/**
 * The current limit windows: of each the newest observation that is still valid, wherever it was found. A reading is
 * dropped when its window has reset since, or when its percentage is invalid (some versions write a time in its place).
 * Where the newest one does not say when the window resets, an older one of the same cycle does. Ordered by provider,
 * account, limit and length.
 */
export function toLimitWindows(
  readings: readonly LimitReading[],
  nowMs: number,
  pace: PaceOptions = { week: everyDay, calendar: createCalendar('UTC') },
): readonly LimitWindow[] {
  // Windows that have ended still show which account the others belong to.
  const plausible = readings.filter(isPlausible);
  // An older reading without an account counts only for the account that it provably belongs to.
  const newest = new Set([...groupBy(plausible, ({ id }) => toLimitKey(id)).values()].map(pickNewest));
  const valid = resolveLimitIds(plausible).filter(
    (reading, index) => (reading.id.account !== null || newest.has(plausible[index]!)) && !hasReset(reading, nowMs),
  );
  const groups = groupBy(valid, ({ id }) => toLimitKey(id));
  return [...groups.values()]
    .map(toNewest)
    .sort(compareForDisplay)
    .map((reading) => toLimitWindow(reading, pace));
}

/** The newest of several readings; of equally old ones the last. */
function pickNewest(readings: readonly LimitReading[]): LimitReading {
  return readings.reduce((known, reading) => (reading.observedAtMs >= known.observedAtMs ? reading : known));
}

/** The newest of several readings of one window, completed with what only older ones say. */
function toNewest(readings: readonly LimitReading[]): LimitReading {
  const newest = pickNewest(readings);
  const older = readings
    .filter((reading) => reading !== newest)
    .sort((left, right) => right.observedAtMs - left.observedAtMs);
  const resetsAtMs = newest.resetsAtMs ?? findKept(older, newest, ({ resetsAtMs: reset }) => reset);
  const planType = newest.planType ?? older.find((reading) => reading.planType !== null)?.planType ?? null;
  return { ...newest, resetsAtMs, planType };
}

/** The values of the newest older reading in the same cycle. */
function findKept(
  older: readonly LimitReading[],
  newest: LimitReading,
  valueOf: (reading: LimitReading) => number | null,
) {
  for (const reading of older) {
    const value = valueOf(reading);
    if (value !== null && !isResetBetween(reading, newest)) return value;
  }
  return null;
}

/** The last instant at which a reading is trusted, UTC milliseconds. */
function trustedUntilMs({ observedAtMs, windowMinutes }: LimitReading): number {
  if (windowMinutes === null) return observedAtMs + trustWithoutLengthMs;
  return observedAtMs + Math.max(minTrustMs, Math.floor(windowMinutes * minuteMs * trustedShare));
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

function toLimitWindow(reading: LimitReading, options: PaceOptions): LimitWindow {
  const pace = toPace(reading, options);
  return { ...reading, trustedUntilMs: trustedUntilMs(reading), runsOutAtMs: runsOutAt(reading), pace };
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
