import type { LedgerEvent } from './ledger-event.ts';

/**
 * Orders rows of one response by how much they may own it: the main thread before a sidechain, the original before a
 * copy, the earliest, then whatever makes the order total. The smallest decides to which session, project and model
 * the response belongs. Rows that compare as 0 agree in everything that an owner decides.
 */
export function compareOwners(left: LedgerEvent, right: LedgerEvent): number {
  return (
    compareValues(left.isSidechain, right.isSidechain) ||
    compareValues(left.isCopy, right.isCopy) ||
    compareValues(left.ownerAtMs, right.ownerAtMs) ||
    compareValues(left.sessionId, right.sessionId) ||
    compareNullable(left.project, right.project) ||
    compareNullable(left.branch, right.branch) ||
    compareValues(left.model, right.model) ||
    compareValues(left.provider, right.provider) ||
    compareNullable(left.entrypoint, right.entrypoint) ||
    compareNullable(left.agentVersion, right.agentVersion) ||
    compareValues(left.speed, right.speed) ||
    compareValues(left.tier, right.tier) ||
    compareValues(left.isRegional, right.isRegional) ||
    compareValues(left.source, right.source)
  );
}

/** Orders two values of one type: negative, 0 or positive, as `Array.sort` wants it. Texts by their UTF-16 units. */
export function compareValues<Value extends string | number | boolean>(left: Value, right: Value): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** As `compareValues`, with the known before the unknown. */
export function compareNullable<Value extends string | number>(left: Value | null, right: Value | null): number {
  if (left === null || right === null) return (left === null ? 1 : 0) - (right === null ? 1 : 0);
  return compareValues(left, right);
}
