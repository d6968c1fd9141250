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
   * For a `sidechain` hint: a 32-bit hash of what it was billed for (see `toBill`), its output tokens, and whether it
   * is on a sidechain. Otherwise 0 and false.
   */
  readonly bill: number;
  readonly outputTokens: number;
  readonly isSidechain: boolean;
}

/** What a replay in a sidechain group has in common with its original: the model and the prompt token counts. */
export function toBill({ profile, usage }: LedgerEvent): string {
  return `${usage.inputTokens} ${cacheCreationTokens(usage)} ${usage.cacheCreation1hTokens} ${usage.cacheReadTokens} ${profile.model}`;
}

/** Hash of `toBill`'s result. Few events share a group, so 32 bits are enough to distinguish them. */
export function hashBill(bill: string): number {
  return Number.parseInt(hashText(bill).slice(0, 8), 16);
}

/** The mark of an event; null when nothing can be a replay of it. */
export function toCompactedMark(event: LedgerEvent): CompactedMark | null {
  const { replay, usage } = event;
  const { source, isSidechain } = event.profile;
  if (replay === null) return null;
  const { group, threadId } = replay;
  return threadId === null
    ? { source, group, threadId, bill: hashBill(toBill(event)), outputTokens: usage.outputTokens, isSidechain }
    : { source, group, threadId, bill: 0, outputTokens: 0, isSidechain: false };
}
