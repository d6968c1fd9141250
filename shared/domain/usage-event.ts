import type { EventKey } from './ids.ts';
import type { Profile } from './profile-fields.ts';
import type { TokenUsage } from './token-usage.ts';

/**
 * Which events may be replays of one another although their keys differ.
 * `sidechain`: a side question copies the main thread's response under a new request id (same `group` = message id).
 * `lineage`: a forked thread copies its parent's counters (same `group` = counter vector, threads of one family).
 */
export type ReplayHint =
  | { readonly kind: 'sidechain'; readonly group: string }
  | { readonly kind: 'lineage'; readonly group: string; readonly threadId: string };

/**
 * One billed response as shown by one log row (or by the rows merged so far). Immutable, without any prompt text. Rows
 * with the same key, or sharing an alias, describe the same response: the ledger merges them. Where an agent records only
 * the sum of a session, that is one event, which grows (`isSum`).
 */
export interface UsageEvent {
  readonly key: EventKey;
  /** Other names the same response may have when the provider gave no request id. */
  readonly aliases: readonly EventKey[];
  readonly replay: ReplayHint | null;
  /** Where it belongs and how it was served. Events with equal profiles may share the object. */
  readonly profile: Profile;
  /** UTC milliseconds of the (first) row. */
  readonly atMs: number;
  readonly usage: TokenUsage;
  /** The log shows that the response ended; false means that the output count may be understated. */
  readonly isFinal: boolean;
  readonly webSearchRequests: number;
  /** The cost given by the log itself, in micro-dollars; null when there is none. Never trusted by default. */
  readonly loggedCostMicroUsd: number | null;
}
