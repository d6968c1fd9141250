import { compareNullable, compareValues } from '../lib/compare.ts';
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
