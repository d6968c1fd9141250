import type { ModelId, SessionId, SourceId } from './ids.ts';
import type { MicroUsd } from './money.ts';
import type { TokenUsage } from './token-usage.ts';

/** The sums of one subagent. */
export interface Subagent {
  readonly source: SourceId;
  /** The session that started it. */
  readonly sessionId: SessionId;
  /**
   * As its log names it. Null: all subagents of the session whose log, or an older version of us, does not say which
   * they are.
   */
  readonly id: string | null;
  /**
   * It is a session of its own, named `id`: its usage is not part of the sums of the session that started it, and it may
   * have subagents itself.
   */
  readonly isSession: boolean;
  readonly models: readonly ModelId[];
  readonly firstAtMs: number;
  readonly lastAtMs: number;
  readonly events: number;
  readonly usage: TokenUsage;
  readonly costMicroUsd: MicroUsd | null;
  /** As in `UsageTotals`: that cost is not in `costMicroUsd`. */
  readonly unpricedModels: readonly ModelId[];
}

/** A subagent and its place below a session. */
export interface PlacedSubagent {
  readonly subagent: Subagent;
  /** 1 for what the session itself started. */
  readonly depth: number;
}
