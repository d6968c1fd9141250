import type { PriceTable, Rates } from './price-table.ts';

/** The share of the known models that a new list must contain: with fewer, it is broken, or a different list. */
const minKnownShare = 0.5;
/** No provider has changed a price by more than a factor of five at once; a slipped decimal point is ten times. */
const maxFactor = 50;

/** What a new list changes. */
export interface PriceChanges {
  readonly added: readonly string[];
  readonly changed: readonly string[];
}

/** Why a list is refused: it lacks most of the known models, or a price has changed implausibly. */
export type PriceUpdateFailure =
  | { readonly reason: 'incomplete'; readonly found: number; readonly of: number }
  | { readonly reason: 'implausible'; readonly models: readonly string[] };

/** Compares a new list with the one in use; the failure when it should not replace it. */
export function checkPriceUpdate(known: PriceTable, next: PriceTable): PriceChanges | PriceUpdateFailure {
  const names = Object.keys(known.models);
  const both = names.filter((name) => Object.hasOwn(next.models, name));
  if (both.length < names.length * minKnownShare) {
    return { reason: 'incomplete', found: both.length, of: names.length };
  }
  const implausible = both.filter((name) => isImplausible(known.models[name]?.rates, next.models[name]?.rates));
  if (implausible.length > 0) return { reason: 'implausible', models: implausible };
  return {
    added: Object.keys(next.models).filter((name) => !Object.hasOwn(known.models, name)),
    changed: both.filter((name) => JSON.stringify(known.models[name]) !== JSON.stringify(next.models[name])),
  };
}

function isImplausible(before: Rates | undefined, after: Rates | undefined): boolean {
  if (before === undefined || after === undefined) return false;
  const isFarOff = (['input', 'output'] as const).some((name) => {
    const [low, high] = [before[name], after[name]].sort((a, b) => a - b) as [number, number];
    return high > low * maxFactor;
  });
  // Most tokens are read from the cache. Where a provider has no price for that yet, or no longer asks one, it is 0.
  const cacheNames = ['cacheRead', 'cacheWrite5m', 'cacheWrite1h'] as const;
  return isFarOff || cacheNames.some((name) => before[name] > 0 && after[name] > before[name] * maxFactor);
}
