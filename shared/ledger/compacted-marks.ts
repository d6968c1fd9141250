import { cacheCreationTokens } from '../domain/token-usage.ts';
import { hashText } from '../lib/hash-text.ts';
import type { LedgerEvent } from './ledger-event.ts';

/** What remains of a counted event with a replay hint when it is compacted: enough to recognise its replays. */
export interface CompactedMark {
  readonly source: string;
  readonly group: number;
  /** Thread of a `lineage` hint; null for a `sidechain` one. */
  readonly threadId: string | null;
  /**
   * For a `sidechain` hint: a 32-bit hash of what was billed (see `toBillingKey`), its output tokens, and whether it
   * is on a sidechain. Otherwise 0 and false.
   */
  readonly billingHash: number;
  readonly outputTokens: number;
  readonly isSidechain: boolean;
}

/** What a replay in a sidechain group has in common with its original: the model and the prompt token counts. */
export function toBillingKey({ profile, usage }: LedgerEvent): string {
  return `${usage.inputTokens} ${cacheCreationTokens(usage)} ${usage.cacheCreation1hTokens} ${usage.cacheReadTokens} ${profile.model}`;
}

/** Hash of `toBillingKey`'s result. Few events share a group, so 32 bits are enough to distinguish them. */
export function hashBillingKey(key: string): number {
  return Number.parseInt(hashText(key).slice(0, 8), 16);
}

/** The mark of an event; null when nothing can be a replay of it. */
export function toCompactedMark(event: LedgerEvent): CompactedMark | null {
  const { replay, usage } = event;
  const { source, isSidechain } = event.profile;
  if (replay === null) return null;
  const { group, threadId } = replay;
  return threadId === null
    ? {
        source,
        group,
        threadId,
        billingHash: hashBillingKey(toBillingKey(event)),
        outputTokens: usage.outputTokens,
        isSidechain,
      }
    : { source, group, threadId, billingHash: 0, outputTokens: 0, isSidechain: false };
}
