import type { ModelAlias, PriceOverride } from '../domain/price-choices.ts';
import type { ModelPrice } from './price-table.ts';

/** The user's choices about prices, by model. */
export interface OwnPrices {
  /** The user's own price for a model; null when there is none. */
  priceOf(model: string): ModelPrice | null;
  /** The name a model is priced by: its own, or the one at the end of its alias chain. */
  pricedNameOf(model: string): string;
}

/** Builds the lookup. Names match exactly, ignoring case; the last entry for a name wins. */
export function createOwnPrices(overrides: readonly PriceOverride[], aliases: readonly ModelAlias[]): OwnPrices {
  const prices = new Map(overrides.map((override) => [toKey(override.model), toModelPrice(override)]));
  const targets = new Map(aliases.map(({ model, pricedAs }) => [toKey(model), pricedAs]));
  return {
    priceOf: (model) => prices.get(toKey(model)) ?? null,
    pricedNameOf(model) {
      const seen = new Set<string>();
      for (let name = model; ;) {
        const key = toKey(name);
        const target = prices.has(key) ? undefined : targets.get(key);
        if (target === undefined) return name;
        // Circular aliases are ignored.
        if (seen.has(key)) return model;
        seen.add(key);
        name = target;
      }
    },
  };
}

/**
 * One price for all tiers, speeds, regions and prompt sizes. Where cache prices are not given, Claude models use
 * Anthropic's fixed multiples of the input price (platform.claude.com/docs/en/about-claude/pricing), and others bill
 * those tokens as input. The web search fee is Anthropic's, too.
 */
function toModelPrice(override: PriceOverride): ModelPrice {
  const { model, inputUsdPerMillion: input, outputUsdPerMillion: output } = override;
  const isClaude = /claude/i.test(model);
  const write5m = override.cacheWrite5mUsdPerMillion ?? (isClaude ? input * 1.25 : input);
  return {
    provider: 'own',
    rates: {
      input: toPico(input),
      output: toPico(output),
      cacheRead: toPico(override.cacheReadUsdPerMillion ?? (isClaude ? input * 0.1 : input)),
      cacheWrite5m: toPico(write5m),
      cacheWrite1h: toPico(override.cacheWrite1hUsdPerMillion ?? (isClaude ? input * 2 : write5m)),
    },
    ...(isClaude && { webSearchMicroUsd: 10_000 }),
  };
}

/** Dollars per million tokens equal micro-dollars per token. */
function toPico(usdPerMillion: number): number {
  return Math.round(usdPerMillion * 1_000_000);
}

function toKey(model: string): string {
  return model.trim().toLowerCase();
}
