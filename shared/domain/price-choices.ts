import type { ModelId } from './ids.ts';

/**
 * Where costs come from. `calculate`: from the tokens and the prices. `display`: only from the log, unknown where it
 * gives no cost. `auto`: from the log if it gives a cost, otherwise calculated. A logged cost of zero counts as none. Where
 * a log gives only a cost and no tokens, that cost is taken whatever the mode: nothing can be calculated.
 */
export const costModes = ['calculate', 'auto', 'display'] as const;
export type CostMode = (typeof costModes)[number];

/**
 * A user's own price for a model, in US dollars per million tokens, whatever the tier, speed and prompt size. Cache
 * prices that are not given are derived from the input price.
 */
export interface PriceOverride {
  readonly model: ModelId;
  readonly inputUsdPerMillion: number;
  readonly outputUsdPerMillion: number;
  readonly cacheReadUsdPerMillion?: number | undefined;
  readonly cacheWrite5mUsdPerMillion?: number | undefined;
  readonly cacheWrite1hUsdPerMillion?: number | undefined;
}

/** A model that is priced like another one. */
export interface ModelAlias {
  readonly model: ModelId;
  readonly pricedAs: ModelId;
}

/** The user's choices about costs. */
export interface PriceChoices {
  readonly costMode: CostMode;
  readonly priceOverrides: readonly PriceOverride[];
  readonly modelAliases: readonly ModelAlias[];
}
