import type { ModelId, SessionId, SourceId } from './ids.ts';
import type { MicroUsd } from './money.ts';
import type { TokenUsage } from './token-usage.ts';

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
}
