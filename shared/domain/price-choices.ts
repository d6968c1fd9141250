import type { ModelId } from './ids.ts';

/**
 * Where costs come from. `calculate`: from the tokens and the prices. `display`: only what the log itself says, unknown
 * where it says nothing. `auto`: what the log says, else calculated. A logged cost of zero says nothing.
 */
export const costModes = ['calculate', 'auto', 'display'] as const;
export type CostMode = (typeof costModes)[number];

/**
 * A person's own price of a model, in US dollars per million tokens, whatever the tier, the speed and the size of the
 * prompt. Cache prices that are not given follow from the input's.
 */
export interface PriceOverride {
  readonly model: ModelId;
  readonly inputUsdPerMillion: number;
  readonly outputUsdPerMillion: number;
  readonly cacheReadUsdPerMillion?: number | undefined;
  readonly cacheWrite5mUsdPerMillion?: number | undefined;
  readonly cacheWrite1hUsdPerMillion?: number | undefined;
}

/** A model that has the price of another one. */
export interface ModelAlias {
  readonly model: ModelId;
  readonly pricedAs: ModelId;
}

/** What a person decides about costs. */
export interface PriceChoices {
  readonly costMode: CostMode;
  readonly priceOverrides: readonly PriceOverride[];
  readonly modelAliases: readonly ModelAlias[];
}
