import { compareValues } from '../lib/compare.ts';
import { type CompactedMark, hashBill, toBill } from './compacted-marks.ts';
import type { LedgerEvent } from './ledger-event.ts';
import { compareOwners } from './owner-rank.ts';

/** An event among those of equal replay group. */
export interface GroupMember {
  readonly id: number;
  readonly event: LedgerEvent;
  /** Names the family of its thread (any value that equals for threads of one family); null for a sidechain hint. */
  readonly family: string | number | null;
}

/** The mark of a compacted event among those of equal replay group; `family` as a member's. */
export type GroupMark = Omit<CompactedMark, 'source' | 'group' | 'threadId'> & Pick<GroupMember, 'family'>;

/**
 * Which events of one replay group were billed with another event of it, and so must not be counted again. Depends on
 * the events alone, not on their order; returns their ids. Compacted events count whatever becomes known later: what
 * was billed with one of them is a replay.
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

/** Of a compacted side question and its original only one may count, and the former does: even a larger original. */
function isBilledWith({ event, family }: GroupMember, mark: GroupMark): boolean {
  if (family !== null || mark.family !== null) return family === mark.family;
  if (mark.bill !== hashBill(toBill(event))) return false;
  if (mark.isSidechain)
    return event.profile.isSidechain || event.usage.outputTokens >= mark.outputTokens || !event.isFinal;
  return event.profile.isSidechain && event.usage.outputTokens <= mark.outputTokens;
}

/** In a family of threads equal counters were billed once: where they were seen first. */
function findLineageReplays(candidates: readonly GroupMember[]): readonly GroupMember[] {
  return [...candidates]
    .sort((left, right) => compareValues(left.event.atMs, right.event.atMs) || compareKeys(left, right))
    .slice(1);
}

/**
 * A side question replays responses of the main thread under new request ids: with the same model and prompt side, and
 * no more output than the original. Where several side questions replay one that is not there, one of them counts. Where
 * one shows more output than the main thread, an original whose end the main thread does not show is that response, cut
 * short; a finished one cannot grow, and is another.
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
  const byBill = new Map<string, Candidates>();
  for (const member of members) {
    const isLineage = member.family !== null;
    const bill = isLineage ? `family ${member.family}` : toBill(member.event);
    const known = byBill.get(bill);
    if (known === undefined) byBill.set(bill, { isLineage, candidates: [member] });
    else known.candidates.push(member);
  }
  return byBill.values();
}

function compareKeys(left: GroupMember, right: GroupMember): number {
  return compareValues(left.event.key, right.event.key);
}
