import type { ModelId, SessionId, SourceId } from './ids.ts';
import type { MicroUsd } from './money.ts';
import type { ProcessUsage } from './process-usage.ts';
import type { SessionSummary } from './session.ts';
import type { PlacedSubagent } from './subagent.ts';
import type { TokenUsage } from './token-usage.ts';

/** Which session. */
export interface SessionQuery {
  readonly source: SourceId;
  readonly sessionId: SessionId;
}

/** One response of a session, or several that came within one step of the timeline. */
export interface TimelinePoint {
  readonly atMs: number;
  readonly lastAtMs: number;
  readonly model: ModelId;
  /** Whether subagents asked. */
  readonly isSidechain: boolean;
  readonly events: number;
  readonly usage: TokenUsage;
  readonly costMicroUsd: MicroUsd | null;
  /** Some of that cost is not known. */
  readonly isCostPartial: boolean;
  /** What the model had to read for one response, in tokens; a mean where the point holds several. */
  readonly contextTokens: number;
}

/** A session over time: numbers only. */
export interface SessionTimeline {
  readonly generatedAtMs: number;
  readonly timeZone: string;
  /** Null when the ledger has no such session. */
  readonly session: SessionSummary | null;
  /** The session that started it as its subagent; null where none did, or it is unknown. */
  readonly parentId: SessionId | null;
  /** What it started, and what that started, each below its parent. */
  readonly subagents: readonly PlacedSubagent[];
  /** Length of a step: 1 s, longer for long sessions, a quarter of an hour where only sums are kept. */
  readonly grainMs: number;
  /** In order. */
  readonly points: readonly TimelinePoint[];
  /** What its processes used; empty where they were not watched. */
  readonly processes: readonly ProcessUsage[];
}
