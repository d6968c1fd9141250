import { mergeUsage, tokenClasses } from '../domain/token-usage.ts';
import { compareNullable, compareValues } from '../lib/compare.ts';
import type { LedgerEvent, ReplayMark } from './ledger-event.ts';
import { compareOwners } from './owner-rank.ts';

/**
 * Merges what two sets of rows say about one response. Commutative, associative and idempotent, so the order, grouping
 * and repetition of rows do not matter. Every number is the largest seen (streamed snapshots only grow), the time is
 * the earliest, and the row with the smallest rank decides the owner.
 */
export function mergeEvents(left: LedgerEvent, right: LedgerEvent): LedgerEvent {
  const owner = compareOwners(left, right) <= 0 ? left : right;
  return {
    ...owner,
    key: left.key < right.key ? left.key : right.key,
    replay: mergeMarks(left.replay, right.replay),
    atMs: Math.min(left.atMs, right.atMs),
    usage: mergeUsage(left.usage, right.usage),
    isFinal: left.isFinal || right.isFinal,
    webSearchRequests: Math.max(left.webSearchRequests, right.webSearchRequests),
    loggedCostMicroUsd:
      left.loggedCostMicroUsd === null || right.loggedCostMicroUsd === null
        ? (left.loggedCostMicroUsd ?? right.loggedCostMicroUsd)
        : Math.max(left.loggedCostMicroUsd, right.loggedCostMicroUsd),
  };
}

/** Whether both look the same to readers of the ledger. Ignores fields that only later merges depend on. */
export function isSameToReaders(left: LedgerEvent, right: LedgerEvent): boolean {
  return (
    left.atMs === right.atMs &&
    left.isFinal === right.isFinal &&
    left.webSearchRequests === right.webSearchRequests &&
    left.loggedCostMicroUsd === right.loggedCostMicroUsd &&
    tokenClasses.every((name) => left.usage[name] === right.usage[name]) &&
    hasSameOwner(left, right)
  );
}

/** Whether both would be stored identically. */
export function isSameEvent(left: LedgerEvent, right: LedgerEvent): boolean {
  return (
    left.key === right.key &&
    left.ownerAtMs === right.ownerAtMs &&
    compareMarks(left.replay, right.replay) === 0 &&
    isSameToReaders(left, right)
  );
}

function hasSameOwner(left: LedgerEvent, right: LedgerEvent): boolean {
  return left.ownerAtMs === right.ownerAtMs
    ? compareOwners(left, right) === 0
    : compareOwners({ ...left, ownerAtMs: right.ownerAtMs }, right) === 0;
}

function mergeMarks(left: ReplayMark | null, right: ReplayMark | null): ReplayMark | null {
  return compareMarks(left, right) <= 0 ? left : right;
}

/** Any hint sorts before none, then by value. */
function compareMarks(left: ReplayMark | null, right: ReplayMark | null): number {
  if (left === null || right === null) return (left === null ? 1 : 0) - (right === null ? 1 : 0);
  return compareValues(left.group, right.group) || compareNullable(left.threadId, right.threadId);
}
