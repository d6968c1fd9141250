import { compareValues } from '../lib/compare.ts';
import type { LedgerEvent } from './ledger-event.ts';
import { compareProfiles } from './profile.ts';

/**
 * Orders rows of one response by their claim to own it: a log's before others', main thread before sidechain, original before copy, earliest
 * first, then the remaining fields to make the order total. The smallest row decides which session, project and model
 * the response belongs to. Rows that compare as 0 agree in everything that depends on the owner.
 */
export function compareOwners(left: LedgerEvent, right: LedgerEvent): number {
  return (
    compareValues(left.profile.origin !== 'log', right.profile.origin !== 'log') ||
    compareValues(left.profile.isSidechain, right.profile.isSidechain) ||
    compareValues(left.profile.isCopy, right.profile.isCopy) ||
    compareValues(left.ownerAtMs, right.ownerAtMs) ||
    compareProfiles(left.profile, right.profile)
  );
}
