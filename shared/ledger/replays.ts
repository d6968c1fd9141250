import { cacheCreationTokens } from '../domain/token-usage.ts';
import type { LedgerEvent } from './ledger-event.ts';
import { compareOwners, compareValues } from './owner-rank.ts';

/** An event among those of equal replay group. */
export interface GroupMember {
  readonly id: number;
  readonly event: LedgerEvent;
  /** Names the family of its thread (any value that equals for threads of one family); null for a sidechain hint. */
  readonly family: string | number | null;
}

/**
 * Which events of one replay group were billed with another event of it, and so must not be counted again. Depends on
 * the events alone, not on their order; returns their ids.
 */
export function findReplays(members: readonly GroupMember[]): ReadonlySet<number> {
  const replays = new Set<number>();
  if (members.length < 2) return replays;
  for (const { isLineage, rivals } of toRivals(members)) {
    const losers = isLineage ? findLineageReplays(rivals) : findSidechainReplays(rivals);
    for (const member of losers) replays.add(member.id);
  }
  return replays;
}

/** In a family of threads equal counters were billed once: where they were seen first. */
function findLineageReplays(rivals: readonly GroupMember[]): readonly GroupMember[] {
  return [...rivals]
    .sort((left, right) => compareValues(left.event.atMs, right.event.atMs) || compareKeys(left, right))
    .slice(1);
}

/**
 * A side question replays responses of the main thread under new request ids: with the same model and prompt side, and
 * no more output than the original. Where several side questions replay one that is not there, one of them counts.
 */
function findSidechainReplays(rivals: readonly GroupMember[]): readonly GroupMember[] {
  const [best, ...others] = rivals
    .filter((member) => member.event.isSidechain)
    .sort(
      (left, right) =>
        right.event.usage.outputTokens - left.event.usage.outputTokens ||
        compareOwners(left.event, right.event) ||
        compareKeys(left, right),
    );
  if (best === undefined) return [];
  const isReplayOfMain = rivals.some(
    ({ event }) => !event.isSidechain && event.usage.outputTokens >= best.event.usage.outputTokens,
  );
  return isReplayOfMain ? [best, ...others] : others;
}

interface Rivals {
  readonly isLineage: boolean;
  readonly rivals: GroupMember[];
}

function toRivals(members: readonly GroupMember[]): Iterable<Rivals> {
  const byBill = new Map<string, Rivals>();
  for (const member of members) {
    const { model, usage } = member.event;
    const isLineage = member.family !== null;
    const bill = isLineage
      ? `family ${member.family}`
      : `${usage.inputTokens} ${cacheCreationTokens(usage)} ${usage.cacheCreation1hTokens} ${usage.cacheReadTokens} ${model}`;
    const known = byBill.get(bill);
    if (known === undefined) byBill.set(bill, { isLineage, rivals: [member] });
    else known.rivals.push(member);
  }
  return byBill.values();
}

function compareKeys(left: GroupMember, right: GroupMember): number {
  return compareValues(left.event.key, right.event.key);
}
