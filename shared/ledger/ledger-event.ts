import type { Profile } from '../domain/profile-fields.ts';
import type { UsageEvent } from '../domain/usage-event.ts';
import { toPlainText } from './plain-text.ts';
import { isSameProfile, toPlainProfile } from './profile.ts';

/** Hashes a string to 16 hexadecimal digits. Stable across machines and runs; collisions are practically impossible. */
export type HashText = (text: string) => string;

/** A hashed event key or alias. Ledgers store only the hashes: the full keys would take more space than the numbers. */
export type EventName = string;

/** The hashed replay hint of an event. Only events with the same `group` can be replays of one another. */
export interface ReplayMark {
  /** 48-bit hash of source, kind and group. */
  readonly group: number;
  /** Thread of a `lineage` hint; null for a `sidechain` one. */
  readonly threadId: string | null;
}

/** One billed response as a ledger stores it, merged from all rows that describe it. */
export interface LedgerEvent extends Omit<UsageEvent, 'key' | 'aliases' | 'replay'> {
  /** The smallest hashed key of its rows. */
  readonly key: EventName;
  readonly replay: ReplayMark | null;
  /** Time of the row that owns it (see `compareOwners`). `atMs` is the earliest time of any row. */
  readonly ownerAtMs: number;
}

/** No response has more tokens. The cap keeps sums exact whatever a log claims. */
const maxTokens = 1_000_000_000;
const maxMicroUsd = 1_000_000_000_000;

/** Converts rows to the ledger's form, one at a time. */
export type LedgerEventMapper = (row: UsageEvent, key: EventName) => LedgerEvent;

/**
 * Builds the mapper. It clamps numbers to what the ledger can store (whole, not negative, at most a billion) and makes
 * strings well-formed and free of NUL, so that no row can make a write fail.
 */
export function createLedgerEventMapper(hash: HashText): LedgerEventMapper {
  // Consecutive rows usually share a profile.
  let latest: { readonly of: Profile; readonly plain: Profile } | null = null;
  return (row, key) => {
    if (latest === null || !isSameProfile(latest.of, row.profile)) {
      latest = { of: row.profile, plain: toPlainProfile(row.profile) };
    }
    const { usage } = row;
    const atMs = toCount(row.atMs, Number.MAX_SAFE_INTEGER);
    return {
      key,
      replay: toReplayMark(row, hash),
      profile: latest.plain,
      atMs,
      ownerAtMs: atMs,
      usage: {
        inputTokens: toCount(usage.inputTokens, maxTokens),
        cacheCreation5mTokens: toCount(usage.cacheCreation5mTokens, maxTokens),
        cacheCreation1hTokens: toCount(usage.cacheCreation1hTokens, maxTokens),
        cacheReadTokens: toCount(usage.cacheReadTokens, maxTokens),
        outputTokens: toCount(usage.outputTokens, maxTokens),
        reasoningTokens: toCount(usage.reasoningTokens, maxTokens),
      },
      isFinal: row.isFinal,
      webSearchRequests: toCount(row.webSearchRequests, maxTokens),
      // Zero means that the agent did not calculate it.
      loggedCostMicroUsd: toCount(row.loggedCostMicroUsd ?? 0, maxMicroUsd) || null,
    };
  };
}

function toReplayMark({ profile, replay }: UsageEvent, hash: HashText): ReplayMark | null {
  if (replay === null) return null;
  const group = Number.parseInt(hash(`${profile.source}\n${replay.kind}\n${replay.group}`).slice(0, 12), 16);
  return { group, threadId: replay.kind === 'lineage' ? toPlainText(replay.threadId) : null };
}

function toCount(value: number, max: number): number {
  // Also turns NaN into 0.
  return value > 0 ? Math.min(Math.trunc(value), max) : 0;
}
