import type { EventKey, ModelId, ProviderId, SessionId, SourceId } from './ids.ts';
import type { TokenUsage } from './token-usage.ts';

/** How fast the provider was asked to serve; other speeds have other prices. */
export type ServingSpeed = 'standard' | 'fast';

/** The provider's service tier; `standard` when the log does not say. */
export type ServiceTier = 'standard' | 'priority' | 'flex' | 'batch';

/**
 * Which events may be replays of one another although their keys differ.
 * `sidechain`: a side question copies the main thread's response under a new request id (same `group` = message id).
 * `lineage`: a forked thread copies its parent's counters (same `group` = counter vector, threads of one family).
 */
export type ReplayHint =
  | { readonly kind: 'sidechain'; readonly group: string }
  | { readonly kind: 'lineage'; readonly group: string; readonly threadId: string };

/**
 * One billed response as one log row (or the sum of rows so far) shows it. Immutable, without any prompt text.
 * Rows with the same key, or sharing an alias, describe the same response: the ledger merges them.
 */
export interface UsageEvent {
  readonly key: EventKey;
  /** Further names under which the same response may be met when the provider gave no request id. */
  readonly aliases: readonly EventKey[];
  readonly replay: ReplayHint | null;
  readonly source: SourceId;
  readonly provider: ProviderId;
  readonly model: ModelId;
  readonly sessionId: SessionId;
  /** Working directory of the session, or null when the log does not say. Never opened, only shown. */
  readonly project: string | null;
  readonly branch: string | null;
  /** UTC milliseconds of the (first) row. */
  readonly atMs: number;
  readonly usage: TokenUsage;
  /** Part of a subagent's conversation. */
  readonly isSidechain: boolean;
  /** The row says of itself that it was copied from another session. */
  readonly isCopy: boolean;
  /** The log shows that the response ended; false means that the output count may be understated. */
  readonly isFinal: boolean;
  readonly entrypoint: string | null;
  readonly agentVersion: string | null;
  readonly speed: ServingSpeed;
  readonly tier: ServiceTier;
  /** Served with a regional guarantee that costs extra. */
  readonly isRegional: boolean;
  readonly webSearchRequests: number;
  /** What the log itself says it cost, in micro-dollars; null when it does not say. Never trusted by default. */
  readonly loggedCostMicroUsd: number | null;
}
