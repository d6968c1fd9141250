import { compareValues } from '../lib/compare.ts';
import type { LedgerEvent } from './ledger-event.ts';
import { compareProfiles } from './profile.ts';

/**
 * Orders rows of one response by how much they may own it: the main thread before a sidechain, the original before a
 * copy, the earliest, then whatever makes the order total. The smallest decides to which session, project and model
 * the response belongs. Rows that compare as 0 agree in everything that an owner decides.
 */
export function compareOwners(left: LedgerEvent, right: LedgerEvent): number {
  return (
    compareValues(left.profile.isSidechain, right.profile.isSidechain) ||
    compareValues(left.profile.isCopy, right.profile.isCopy) ||
    compareValues(left.ownerAtMs, right.ownerAtMs) ||
    compareProfiles(left.profile, right.profile)
  );
}
