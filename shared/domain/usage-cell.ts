import type { ProfileDimensions } from './profile-fields.ts';
import type { TokenUsage } from './token-usage.ts';

/** The prompt size, in tokens, that every response of a cell exceeds; the borders at which prices may change. */
export const contextClasses = [0, 200_000, 272_000] as const;
export type ContextClass = (typeof contextClasses)[number];

/** The class of a prompt of so many tokens: the largest border that it exceeds. */
export function toContextClass(tokens: number): ContextClass {
  return tokens > 272_000 ? 272_000 : tokens > 200_000 ? 200_000 : 0;
}

/**
 * Counted responses that agree in everything that reports group by and prices depend on, summed over one slice of
 * time. What the ledger answers and all analytics are computed from.
 */
export interface UsageCell extends ProfileDimensions {
  readonly contextClass: ContextClass;
  /** Start of the slice, UTC milliseconds: a multiple of the grain that was asked for. */
  readonly startMs: number;
  readonly firstAtMs: number;
  readonly lastAtMs: number;
  readonly events: number;
  /** Of them, those whose end the log does not show: their output may be understated. */
  readonly unfinishedEvents: number;
  readonly usage: TokenUsage;
  readonly webSearchRequests: number;
  /** Sum of the costs that the log itself gives, and for how many of the events it gives one: all of them or none. */
  readonly loggedCostMicroUsd: number;
  readonly loggedCostEvents: number;
}
