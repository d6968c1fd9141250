import type { DayKey } from './calendar-day.ts';
import type { Provenance } from './provenance.ts';
import type { UsageTotals } from './report.ts';
import { totalTokens } from './token-usage.ts';

/** The setting for no plan, or one that is not listed: blocks show no estimate of their limit. */
export const noPlan = 'unknown';
/** The setting for a limit of the user's own. */
export const ownPlan = 'custom';
/** The setting for what the person's own full blocks usually hold: the 90th percentile of the completed ones. */
export const usualPlan = 'p90';

/** A subscription plan of an agent, and what its blocks are believed to allow. */
export interface SourcePlan {
  /** As stored in the settings; unique among the plans of all sources. */
  readonly id: string;
  /** Display name, with the product's: `Claude Pro`. */
  readonly label: string;
  /** What a block is believed to allow, in one or several units; the first is shown. Empty where unknown. */
  readonly blockLimits: readonly PlanLimit[];
  /** What it costs a month, US dollars before tax; null where that depends on the contract. */
  readonly monthlyUsd: number | null;
  /** What the provider calls it in its readings (`LimitReading.planType`), in lower case. */
  readonly providerNames: readonly string[];
  /** The day on which the figures were read, and where. */
  readonly readOn: DayKey;
  readonly readAt: string;
}

/**
 * Units of a block's limit: tokens of all classes, tokens of input and output only (what most tools' plan tables count),
 * responses, or dollars at list prices. A value in one says nothing about another.
 */
export const blockLimitUnits = ['tokens', 'tokens-in-out', 'requests', 'usd'] as const;
export type BlockLimitUnit = (typeof blockLimitUnits)[number];

/** A limit in one unit. */
export interface PlanLimit {
  readonly unit: BlockLimitUnit;
  readonly value: number;
}

/** Usage expressed in a unit; dollars are taken as they are. Null where its cost is unknown. */
export function measureIn(
  unit: BlockLimitUnit,
  { usage, events, costMicroUsd }: Pick<UsageTotals, 'usage' | 'events' | 'costMicroUsd'>,
): number | null {
  switch (unit) {
    case 'tokens':
      return totalTokens(usage);
    case 'tokens-in-out':
      return usage.inputTokens + usage.outputTokens;
    case 'requests':
      return events;
    case 'usd':
      return costMicroUsd === null ? null : costMicroUsd / 1_000_000;
  }
}

/**
 * A block's limit, and how much of it is used. A user's own limit is a fact, hence `measured`; that of a plan, or of
 * one's usual blocks, is `estimated`.
 */
export interface BlockLimit {
  readonly unit: BlockLimitUnit;
  readonly value: number;
  /** One decimal. Over 100 when more was used than the believed limit. */
  readonly usedPercent: number;
  /** The id of a plan, `custom`, or `p90`. */
  readonly plan: string;
  readonly provenance: Extract<Provenance, 'measured' | 'estimated'>;
}
