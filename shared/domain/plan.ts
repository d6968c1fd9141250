import type { Provenance } from './provenance.ts';

/** Subscription plans; `unknown` shows no estimate of a block's limit, `custom` uses the person's own. */
export const plans = ['unknown', 'pro', 'max-5x', 'max-20x', 'custom'] as const;
export type Plan = (typeof plans)[number];

/** What a block's limit may be counted in. */
export const blockLimitUnits = ['tokens', 'usd'] as const;
export type BlockLimitUnit = (typeof blockLimitUnits)[number];

/**
 * What a block may use up, and how much of it is used. A limit of the person's own is a fact, hence `measured`; that
 * of a plan is `estimated`.
 */
export interface BlockLimit {
  readonly unit: BlockLimitUnit;
  /** Tokens (all classes), or dollars. */
  readonly value: number;
  /** With one decimal; more than 100 when more was used than believed possible. */
  readonly usedPercent: number;
  readonly plan: Plan;
  readonly provenance: Extract<Provenance, 'measured' | 'estimated'>;
}
