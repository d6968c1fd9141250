import { floorTo, minuteMs } from '../domain/instant.ts';
import { compareLimitIds, toLimitKey } from '../domain/limit-id.ts';
import { isLongWindow, type LimitAmount, type LimitReading } from '../domain/limit-window.ts';
import { compareNullable, compareValues } from '../lib/compare.ts';
import { toPlainText } from './plain-text.ts';

/** A percentage is kept at most twice per slot, because agents repeat it with every response. */
export const readingSlotMs = 5 * minuteMs;

/**
 * Groups readings by slot: window, five minutes and percentage. Normalises them to the ledger's form and leaves out
 * those with invalid numbers.
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

/** Key of a reading's slot. */
export function toSlotKey({ id, observedAtMs, usedPercent }: LimitReading): string {
  return `${floorTo(observedAtMs, readingSlotMs)} ${usedPercent} ${toLimitKey(id)}`;
}

/**
 * The readings of one slot to keep: the first and the last. Adding readings later gives the same result as adding all
 * at once, in any order. The newest reading of a window is never lost.
 */
export function thinReadings<Reading extends LimitReading>(readings: readonly Reading[]): readonly Reading[] {
  const sorted = [...readings].sort(compareReadings);
  const first = sorted[0];
  const last = sorted.at(-1);
  if (first === undefined || last === undefined) return [];
  return compareReadings(first, last) === 0 ? [first] : [first, last];
}

/** The newest reading of every window, ordered by the window's id. */
export function pickNewestReadings<Reading extends LimitReading>(readings: Iterable<Reading>): readonly Reading[] {
  const newest = new Map<string, Reading>();
  for (const reading of readings) {
    const key = toLimitKey(reading.id);
    const known = newest.get(key);
    if (known === undefined || compareReadings(known, reading) < 0) newest.set(key, reading);
  }
  return [...newest.values()].sort((left, right) => compareLimitIds(left.id, right.id));
}

/**
 * Whether readings without an account that report nearly the same reset may belong to this reading's account. After a switch
 * to another account, a newer reading without one hides them.
 */
export function isNamedAhead({ id, resetsAtMs, ...reading }: LimitReading, atMs: number): boolean {
  return id.account !== null && isLongWindow(reading) && resetsAtMs !== null && resetsAtMs > atMs;
}

/** Orders a list of newest readings: by window, then by age. */
export function compareLatest(left: LimitReading, right: LimitReading): number {
  return compareLimitIds(left.id, right.id) || compareReadings(left, right);
}

/** Orders readings by time, then by window: the order in which a range is listed. */
export function compareByTime(left: LimitReading, right: LimitReading): number {
  return (
    compareValues(left.observedAtMs, right.observedAtMs) ||
    compareLimitIds(left.id, right.id) ||
    compareReadings(left, right)
  );
}

/** Orders readings of one window by age. Of equally old ones, the more worrying counts as newer. */
export function compareReadings(left: LimitReading, right: LimitReading): number {
  return (
    compareValues(left.observedAtMs, right.observedAtMs) ||
    compareValues(left.resetsAtMs ?? 0, right.resetsAtMs ?? 0) ||
    compareValues(left.usedPercent ?? -1, right.usedPercent ?? -1) ||
    compareNullable(left.planType, right.planType) ||
    compareNullable(left.label, right.label) ||
    compareValues(left.origin, right.origin) ||
    compareValues(left.source, right.source) ||
    compareNullable(left.windowMinutes, right.windowMinutes) ||
    compareAmounts(left.amount, right.amount)
  );
}

function compareAmounts(left: LimitAmount | null, right: LimitAmount | null): number {
  if (left === null || right === null) return (left === null ? 1 : 0) - (right === null ? 1 : 0);
  return (
    compareValues(left.unit, right.unit) ||
    compareNullable(left.used, right.used) ||
    compareNullable(left.limit, right.limit) ||
    compareNullable(left.remaining, right.remaining)
  );
}

function toLedgerReading(reading: LimitReading): LimitReading | null {
  const { id, amount } = reading;
  const windowMinutes = reading.windowMinutes === null ? null : Math.trunc(reading.windowMinutes);
  const observedAtMs = Math.trunc(reading.observedAtMs);
  const resetsAtMs = reading.resetsAtMs === null || reading.resetsAtMs < 1 ? null : Math.trunc(reading.resetsAtMs);
  const isSafe = [windowMinutes ?? 0, observedAtMs, resetsAtMs ?? 0].every(Number.isSafeInteger);
  const figures = [reading.usedPercent, amount?.used, amount?.limit, amount?.remaining];
  if (!isSafe || !figures.every((figure) => figure == null || Number.isFinite(figure))) return null;
  return {
    id: {
      provider: toPlainText(id.provider),
      account: toPlainTextOrNull(id.account),
      name: toPlainText(id.name),
      scope: toPlainText(id.scope),
    },
    source: toPlainText(reading.source),
    origin: reading.origin,
    label: toPlainTextOrNull(reading.label),
    windowMinutes,
    usedPercent: toLedgerNumber(reading.usedPercent),
    amount:
      amount === null
        ? null
        : {
            unit: amount.unit,
            used: toLedgerNumber(amount.used),
            limit: toLedgerNumber(amount.limit),
            remaining: toLedgerNumber(amount.remaining),
          },
    resetsAtMs,
    planType: toPlainTextOrNull(reading.planType),
    observedAtMs,
  };
}

function toPlainTextOrNull(text: string | null): string | null {
  return text === null ? null : toPlainText(text);
}

/** Turns -0 into 0, as a database does. */
function toLedgerNumber(value: number | null): number | null {
  return value === null ? null : value + 0;
}
