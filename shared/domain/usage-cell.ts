import type { ProfileDimensions } from './profile-fields.ts';
import type { TokenUsage } from './token-usage.ts';

/**
 * The prompt size, in tokens, that every response of a cell exceeds: one of the thresholds at which prices may change.
 */
export const contextClasses = [0, 200_000, 272_000] as const;
export type ContextClass = (typeof contextClasses)[number];

/** The class of a prompt size: the largest threshold it exceeds. */
export function toContextClass(tokens: number): ContextClass {
  return tokens > 272_000 ? 272_000 : tokens > 200_000 ? 200_000 : 0;
}

/**
 * Counted responses that agree in everything reports group by and prices depend on, summed over one slice of time. The
 * ledger returns these, and all analytics are computed from them.
 */
export interface UsageCell extends ProfileDimensions {
  readonly contextClass: ContextClass;
  /** Start of the slice, UTC milliseconds: a multiple of the requested grain. */
  readonly startMs: number;
  readonly firstAtMs: number;
  readonly lastAtMs: number;
  readonly events: number;
  /** Those of the events whose end the log does not show: their output may be understated. */
  readonly unfinishedEvents: number;
  readonly usage: TokenUsage;
  readonly webSearchRequests: number;
  /** Sum of the costs given by the log itself, and the number of events that have one: all of them or none. */
  readonly loggedCostMicroUsd: number;
  readonly loggedCostEvents: number;
}
