import type { DayKey } from './calendar-day.ts';
import type { Provenance } from './provenance.ts';

/** The setting for no plan, or one that is not listed: blocks show no estimate of their limit. */
export const noPlan = 'unknown';
/** The setting for a limit of the user's own. */
export const ownPlan = 'custom';

/** A subscription plan of an agent, and what its blocks are believed to allow. */
export interface SourcePlan {
  /** As stored in the settings; unlike that of any other plan of any source. */
  readonly id: string;
  /** Display name, with the product's: `Claude Pro`. */
  readonly label: string;
  /** Dollars at list prices. */
  readonly blockLimitUsd: number;
  /** The day on which the figure was read, and where. */
  readonly readOn: DayKey;
  readonly readAt: string;
}

/** Units of a block's limit. */
export const blockLimitUnits = ['tokens', 'usd'] as const;
export type BlockLimitUnit = (typeof blockLimitUnits)[number];

/**
 * A block's limit, and how much of it is used. A user's own limit is a fact, hence `measured`; a plan's limit is
 * `estimated`.
 */
export interface BlockLimit {
  readonly unit: BlockLimitUnit;
  /** Tokens (all classes), or dollars. */
  readonly value: number;
  /** One decimal. Over 100 when more was used than the believed limit. */
  readonly usedPercent: number;
  /** The id of a plan, or `custom`. */
  readonly plan: string;
  readonly provenance: Extract<Provenance, 'measured' | 'estimated'>;
}
