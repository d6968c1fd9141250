import { floorTo, minuteMs } from '../domain/instant.ts';
import type { LimitReading } from '../domain/limit-window.ts';
import { compareNullable, compareValues } from '../lib/compare.ts';
import { toPlainText } from './ledger-event.ts';

/** In one slot a percentage is kept at most twice: agents repeat it with every response. */
export const slotMs = 5 * minuteMs;

/**
 * Groups readings by the slot in which they compete: window, five minutes and percentage. Brings them into the
 * ledger's form; those whose numbers are none are left out.
 */
export function groupBySlot(readings: readonly LimitReading[]): Iterable<readonly LimitReading[]> {
  const slots = new Map<string, LimitReading[]>();
  for (const raw of readings) {
    const reading = toLedgerReading(raw);
    if (reading === null) continue;
    const key = toSlotKey(reading);
    const slot = slots.get(key);
    if (slot === undefined) slots.set(key, [reading]);
    else slot.push(reading);
  }
  return slots.values();
}

/** Names the slot of a reading. */
export function toSlotKey(reading: LimitReading): string {
  return JSON.stringify([toWindowKey(reading), floorTo(reading.observedAtMs, slotMs), reading.usedPercent]);
}

/**
 * What is kept of the readings of one slot: the first and the last. Taking in further readings later gives the same as
 * taking in all at once, in any order, and the newest reading of a window is never lost.
 */
export function thinReadings(readings: readonly LimitReading[]): readonly LimitReading[] {
  const sorted = [...readings].sort(compareReadings);
  const first = sorted[0];
  const last = sorted.at(-1);
  if (first === undefined || last === undefined) return [];
  return compareReadings(first, last) === 0 ? [first] : [first, last];
}

/** The newest reading of every window, by source, limit and length of the window. */
export function pickNewestReadings(readings: Iterable<LimitReading>): readonly LimitReading[] {
  const newest = new Map<string, LimitReading>();
  for (const reading of readings) {
    const key = toWindowKey(reading);
    const known = newest.get(key);
    if (known === undefined || compareReadings(known, reading) < 0) newest.set(key, reading);
  }
  return [...newest.values()].sort(
    (left, right) =>
      compareValues(left.source, right.source) ||
      compareValues(left.limitId, right.limitId) ||
      compareValues(left.windowMinutes, right.windowMinutes),
  );
}

/** Orders readings of one window by age; of equally old ones the more worrying is taken for the newer. */
export function compareReadings(left: LimitReading, right: LimitReading): number {
  return (
    compareValues(left.observedAtMs, right.observedAtMs) ||
    compareValues(left.resetsAtMs ?? 0, right.resetsAtMs ?? 0) ||
    compareValues(left.usedPercent, right.usedPercent) ||
    compareNullable(left.planType, right.planType) ||
    compareNullable(left.limitName, right.limitName)
  );
}

/** Names the limit window that a reading observes. */
function toWindowKey({ source, limitId, windowMinutes }: LimitReading): string {
  return JSON.stringify([source, limitId, windowMinutes]);
}

function toLedgerReading(reading: LimitReading): LimitReading | null {
  const windowMinutes = Math.trunc(reading.windowMinutes);
  const observedAtMs = Math.trunc(reading.observedAtMs);
  const resetsAtMs = reading.resetsAtMs === null || reading.resetsAtMs < 1 ? null : Math.trunc(reading.resetsAtMs);
  const isSafe = [windowMinutes, observedAtMs, resetsAtMs ?? 0].every(Number.isSafeInteger);
  if (!isSafe || !Number.isFinite(reading.usedPercent)) return null;
  return {
    source: toPlainText(reading.source),
    limitId: toPlainText(reading.limitId),
    limitName: reading.limitName === null ? null : toPlainText(reading.limitName),
    windowMinutes,
    // Turns -0 into 0, as a database does.
    usedPercent: reading.usedPercent + 0,
    resetsAtMs,
    planType: reading.planType === null ? null : toPlainText(reading.planType),
    observedAtMs,
  };
}
