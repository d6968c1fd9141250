import type { Provenance } from './provenance.ts';

/** Subscription plans. `unknown` shows no estimate of a block's limit, `custom` uses the user's own. */
export const plans = ['unknown', 'pro', 'max-5x', 'max-20x', 'custom'] as const;
export type Plan = (typeof plans)[number];

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
  readonly plan: Plan;
  readonly provenance: Extract<Provenance, 'measured' | 'estimated'>;
}
