import type { ProcessUsage } from '../domain/process-usage.ts';

/** Which slots to list: those that begin in `[fromMs, toMs)`. */
export interface ProcessUsageQuery {
  readonly fromMs: number;
  readonly toMs: number;
}

/** How to thin out old slots. */
export interface ThinningOrder {
  /** Slots of a minute that begin before this are summed up in quarters of an hour. A multiple of these. */
  readonly quartersBeforeMs: number;
  /** Slots that begin before this are forgotten. */
  readonly dropBeforeMs: number;
}

/** The history of what agents' processes used. Every method is synchronous. */
export interface SampleStore {
  /** Adds to what the slots already hold, in one transaction. */
  addProcessUsage(rows: readonly ProcessUsage[]): void;
  /** Ordered by time, grain, agent and session. */
  processUsage(query: ProcessUsageQuery): readonly ProcessUsage[];
  /** Makes old slots coarser. No sum changes but those of slots that are dropped. */
  thinProcessUsage(order: ThinningOrder): void;
}
