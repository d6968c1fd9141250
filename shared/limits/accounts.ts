import { minuteMs } from '../domain/instant.ts';
import { toLimitKey, toLimitName, type LimitId } from '../domain/limit-id.ts';
import type { LimitReading } from '../domain/limit-window.ts';

/** Resets of one window as several places report them lie this close together; those of two accounts rarely do. */
const sameResetMs = 3 * minuteMs;

/**
 * Gives every reading the id of the window that it observes, wherever it was found. A history of percentages belongs to
 * the limit itself. A reading that names no account (logs, status lines) belongs to the account whose window resets at
 * the same moment; where no reset decides it, to the only account of that limit. Of several accounts none is guessed:
 * then it stays a window of its own.
 */
export function resolveLimitIds(readings: readonly LimitReading[]): readonly LimitReading[] {
  const named = readings.filter(({ id }) => id.account !== null);
  return readings.map((reading) => {
    const id: LimitId = { ...reading.id, name: toLimitName(reading.id.name) };
    const account = id.account ?? findAccount(reading, id, named);
    return { ...reading, id: { ...id, account } };
  });
}

/** The ids under which the readings of a window are kept, given all readings: those that resolve to it. */
export function findMemberIds(id: LimitId, readings: readonly LimitReading[]): readonly LimitId[] {
  const key = toLimitKey(id);
  const resolved = resolveLimitIds(readings);
  const members = readings.filter((_, index) => toLimitKey(resolved[index]!.id) === key).map((reading) => reading.id);
  return [...new Map(members.map((member) => [toLimitKey(member), member])).values()];
}

function findAccount(reading: LimitReading, { provider, name }: LimitId, named: readonly LimitReading[]) {
  const candidates = named.filter(({ id }) => id.provider === provider && toLimitName(id.name) === name);
  const accounts = new Set(candidates.map(({ id }) => id.account));
  if (accounts.size <= 1) return candidates[0]?.id.account ?? null;
  const { resetsAtMs, id } = reading;
  if (resetsAtMs === null) return null;
  const matching = new Set(
    candidates
      .filter((other) => other.id.scope === id.scope && isNear(other.resetsAtMs, resetsAtMs))
      .map((other) => other.id.account),
  );
  return matching.size === 1 ? [...matching][0]! : null;
}

function isNear(leftMs: number | null, rightMs: number): boolean {
  return leftMs !== null && Math.abs(leftMs - rightMs) <= sameResetMs;
}
