import { compareValues } from '../lib/compare.ts';
import { type CompactedMark, hashBillingKey, toBillingKey } from './compacted-marks.ts';
import type { LedgerEvent } from './ledger-event.ts';
import { compareOwners } from './owner-rank.ts';

/** A member of a replay group. */
export interface GroupMember {
  readonly id: number;
  readonly event: LedgerEvent;
  /**
   * Identifies the family of its thread: any value that is equal for threads of one family. Null for a sidechain hint.
   */
  readonly family: string | number | null;
}

/** The mark of a compacted event in a replay group. `family` is the same as for a member. */
export type GroupMark = Omit<CompactedMark, 'source' | 'group' | 'threadId'> & Pick<GroupMember, 'family'>;

/**
 * Finds the events of one replay group that were billed together with another event of the group, and so must not be
 * counted again. Returns their ids. The result depends only on the events, not on their order. Compacted events count
 * whatever becomes known later: an event billed together with one of them is a replay.
 */
export function findReplays(members: readonly GroupMember[], marks: readonly GroupMark[] = []): ReadonlySet<number> {
  const replays = new Set<number>();
  if (members.length + marks.length < 2) return replays;
  const rest: GroupMember[] = [];
  for (const member of members) {
    if (marks.some((mark) => isBilledWith(member, mark))) replays.add(member.id);
    else rest.push(member);
  }
  for (const { isLineage, candidates } of toCandidates(rest)) {
    const losers = isLineage ? findLineageReplays(candidates) : findSidechainReplays(candidates);
    for (const member of losers) replays.add(member.id);
  }
  return replays;
}

/**
 * Of a compacted side question and its original only one may count. The side question does, even if the original is
 * larger.
 */
function isBilledWith({ event, family }: GroupMember, mark: GroupMark): boolean {
  if (family !== null || mark.family !== null) return family === mark.family;
  if (mark.billingHash !== hashBillingKey(toBillingKey(event))) return false;
  if (mark.isSidechain)
    return event.profile.isSidechain || event.usage.outputTokens >= mark.outputTokens || !event.isFinal;
  return event.profile.isSidechain && event.usage.outputTokens <= mark.outputTokens;
}

/** In a family of threads, equal counters were billed once: where they were first seen. */
function findLineageReplays(candidates: readonly GroupMember[]): readonly GroupMember[] {
  return [...candidates]
    .sort((left, right) => compareValues(left.event.atMs, right.event.atMs) || compareKeys(left, right))
    .slice(1);
}

/**
 * A side question replays responses of the main thread under new request ids, with the same model and the same prompt
 * token counts, and no more output than the original. Where several side questions replay a response that is missing,
 * one of them counts. Where one shows more output than the main thread, a main-thread response without a logged end is
 * the same response, cut short. A finished one cannot grow, so it is a different response.
 */
function findSidechainReplays(candidates: readonly GroupMember[]): readonly GroupMember[] {
  const sorted = [...candidates].sort(
    (left, right) =>
      right.event.usage.outputTokens - left.event.usage.outputTokens ||
      compareOwners(left.event, right.event) ||
      compareKeys(left, right),
  );
  const mains = sorted.filter(({ event }) => !event.profile.isSidechain);
  const [best, ...others] = sorted.filter(({ event }) => event.profile.isSidechain);
  if (best === undefined) return [];
  const [largest] = mains;
  if (largest !== undefined && largest.event.usage.outputTokens >= best.event.usage.outputTokens)
    return [best, ...others];
  const cutShort = mains.find(({ event }) => !event.isFinal);
  return cutShort === undefined ? others : [cutShort, ...others];
}

interface Candidates {
  readonly isLineage: boolean;
  readonly candidates: GroupMember[];
}

function toCandidates(members: readonly GroupMember[]): Iterable<Candidates> {
  const byBillingKey = new Map<string, Candidates>();
  for (const member of members) {
    const isLineage = member.family !== null;
    const key = isLineage ? `family ${member.family}` : toBillingKey(member.event);
    const known = byBillingKey.get(key);
    if (known === undefined) byBillingKey.set(key, { isLineage, candidates: [member] });
    else known.candidates.push(member);
  }
  return byBillingKey.values();
}

function compareKeys(left: GroupMember, right: GroupMember): number {
  return compareValues(left.event.key, right.event.key);
}
