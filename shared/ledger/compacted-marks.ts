import { cacheCreationTokens } from '../domain/token-usage.ts';
import { hashText } from '../lib/hash-text.ts';
import type { LedgerEvent } from './ledger-event.ts';

/** What stays of a counted event with a replay hint when it is compacted: enough to recognise its replays. */
export interface CompactedMark {
  readonly source: string;
  readonly group: number;
  /** Thread of a `lineage` hint; null for a `sidechain` one. */
  readonly threadId: string | null;
  /** 32-bit hash of the bill (see `toBill`), output tokens and side of a `sidechain` hint; 0 and false else. */
  readonly bill: number;
  readonly outputTokens: number;
  readonly isSidechain: boolean;
}

/** What replays within a sidechain group share with their original: the model and the prompt side. */
export function toBill({ profile, usage }: LedgerEvent): string {
  return `${usage.inputTokens} ${cacheCreationTokens(usage)} ${usage.cacheCreation1hTokens} ${usage.cacheReadTokens} ${profile.model}`;
}

/** The hash of a bill: few events share a group, so 32 bits tell them apart. */
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
