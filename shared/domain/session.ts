import type { ModelId, SessionId, SourceId } from './ids.ts';
import type { MicroUsd } from './money.ts';
import type { TokenUsage } from './token-usage.ts';

/** What is known about a session's subagents. */
export interface SubagentCount {
  /** The session that started this one as its subagent; null where there is none, or it is unknown. */
  readonly parentId: SessionId | null;
  /** How many subagents its log names, without those that are sessions themselves. */
  readonly named: number;
  /** There are others that the log does not name. */
  readonly hasUnnamed: boolean;
}

/** What a session did last. */
export interface SessionPulse {
  /**
   * How full its context was: the tokens of its newest prompt, subagents aside. Where several responses of a model came
   * within that minute, their mean. Null where only subagents are known.
   */
  readonly contextTokens: number | null;
  /** The tokens of each minute with usage in the quarter of an hour that ends with its newest response, oldest first. */
  readonly minutes: readonly { readonly startMs: number; readonly tokens: number }[];
  /** Over the last days. */
  readonly subagents: SubagentCount;
}

/** Summary of a session. */
export interface SessionSummary {
  readonly source: SourceId;
  readonly sessionId: SessionId;
  readonly project: string | null;
  readonly branch: string | null;
  readonly models: readonly ModelId[];
  readonly firstAtMs: number;
  readonly lastAtMs: number;
  readonly events: number;
  readonly usage: TokenUsage;
  readonly costMicroUsd: MicroUsd | null;
  /** As in `UsageTotals`: that cost is not in `costMicroUsd`. */
  readonly unpricedModels: readonly ModelId[];
}

/** A key for a session: ids are unique only within a source. */
export function toSessionKey({ source, sessionId }: Pick<SessionSummary, 'source' | 'sessionId'>): string {
  return `${source}\0${sessionId}`;
}
