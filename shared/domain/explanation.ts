import type { Baseline } from './baseline.ts';
import type { Block } from './block.ts';
import type { AllowanceChange } from './limit-change.ts';
import type { ModelId, SourceId } from './ids.ts';
import type { LimitOutlook, LimitReading } from './limit-window.ts';
import type { MicroUsd } from './money.ts';
import type { BlockLimit } from './plan.ts';
import type { Provenance } from './provenance.ts';
import type { TokenUsage } from './token-usage.ts';

/** One origin's newest reading of a window, and what it contributes. */
export interface ExplainedReading extends LimitReading {
  /** The figure that is shown is this one: the newest. */
  readonly isUsed: boolean;
  /** The reset that is shown is this one's. */
  readonly givesReset: boolean;
}

/** How much of the person's own usage a percent of a window stands for, learned from pairs of official readings. */
export interface LearnedCapacity {
  /** API-equivalent dollars per percent: tokens weighted by the list price of their class. */
  readonly usdPerPercent: number;
  readonly interval: { readonly low: number; readonly high: number };
  /** Pairs of readings, and the percent between them in sum. */
  readonly pairs: number;
  readonly totalPercent: number;
  /** The interval is narrow enough to be shown. */
  readonly isReliable: boolean;
}

/** Where a window's figures come from. */
export interface LimitExplanation {
  /** Names it in a query. */
  readonly id: string;
  readonly window: LimitOutlook;
  readonly isBinding: boolean;
  /** Newest first. */
  readonly readings: readonly ExplainedReading[];
  readonly capacity: LearnedCapacity | null;
  /** The change, if a percent now stands for a different amount of usage; null without evidence. */
  readonly allowance: AllowanceChange | null;
}

/** Where a block's boundaries and its limit come from. */
export interface BlockExplanation {
  readonly id: string;
  readonly block: Block;
  /** It ends when the provider says its window resets, or starts with the full hour of its first event. */
  readonly rule: 'official-reset' | 'first-event';
  /** The reading with that reset. */
  readonly reset: LimitReading | null;
  readonly limit: BlockLimit | null;
  /** Of its source. */
  readonly baselines: readonly Baseline[];
}

/** A part of a cost. */
export interface CostExplanation {
  readonly model: ModelId;
  readonly source: SourceId;
  readonly events: number;
  readonly usage: TokenUsage;
  readonly costMicroUsd: MicroUsd | null;
  /** Some of its cost is not known. */
  readonly isCostPartial: boolean;
  readonly kind: Extract<Provenance, 'estimated' | 'unknown'>;
}
