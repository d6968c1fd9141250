import type { ModelAlias, PriceOverride } from '../../../../shared/domain/price-choices.ts';
import { fail, ok, type Result } from '../../../../shared/lib/result.ts';
import { messages } from '../../../messages.ts';
import { isBlankAmount, readDollars } from '../form/typed-number.ts';

const words = messages.settings.cost;

/** Prices in the order in which they are entered and shown. All but the first two may be left out. */
export const priceFields = [
  { name: 'inputUsdPerMillion', isNeeded: true },
  { name: 'outputUsdPerMillion', isNeeded: true },
  { name: 'cacheReadUsdPerMillion', isNeeded: false },
  { name: 'cacheWrite5mUsdPerMillion', isNeeded: false },
  { name: 'cacheWrite1hUsdPerMillion', isNeeded: false },
] as const;
export type PriceField = (typeof priceFields)[number]['name'];

/** A custom price as entered. */
export type PriceDraft = Readonly<Record<'model' | PriceField, string>>;

export const emptyDraft: PriceDraft = {
  model: '',
  inputUsdPerMillion: '',
  outputUsdPerMillion: '',
  cacheReadUsdPerMillion: '',
  cacheWrite5mUsdPerMillion: '',
  cacheWrite1hUsdPerMillion: '',
};

const maxEntries = 100;
const maxUsdPerMillion = 100_000;

/** Parses a custom price. */
export function parseOwnPrice(draft: PriceDraft): Result<PriceOverride> {
  const model = draft.model.trim();
  if (model === '') return fail(words.modelMissing);
  const prices: Partial<Record<PriceField, number>> = {};
  for (const { name, isNeeded } of priceFields) {
    if (isBlankAmount(draft[name]) && !isNeeded) continue;
    const refusal = words.badPrice(words.priceFields[name]);
    const value = readDollars(draft[name], { min: 0, max: maxUsdPerMillion, refusal });
    if (!value.ok) return value;
    prices[name] = value.value;
  }
  const { inputUsdPerMillion = 0, outputUsdPerMillion = 0, ...cache } = prices;
  return ok({ model, inputUsdPerMillion, outputUsdPerMillion, ...cache });
}

/** Parses an alias as entered. */
export function parseAlias(draft: { readonly model: string; readonly pricedAs: string }): Result<ModelAlias> {
  const [model, pricedAs] = [draft.model.trim(), draft.pricedAs.trim()];
  if (model === '' || pricedAs === '') return fail(words.namesMissing);
  return isSameModel(model, pricedAs) ? fail(words.sameModel) : ok({ model, pricedAs });
}

/** A list with an entry added, which replaces one of the same model. Fails when there are too many. */
export function addEntry<Entry extends { readonly model: string }>(
  entries: readonly Entry[],
  entry: Entry,
): Result<Entry[]> {
  const others = entries.filter(({ model }) => !isSameModel(model, entry.model));
  return others.length < maxEntries ? ok([...others, entry]) : fail(words.tooManyEntries(maxEntries));
}

/** Whether two names mean the same model: they differ at most in case. */
export function isSameModel(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}

/** A custom price in words, e.g. `Input $2, output $8, cache read $0.2`. */
export function describeOwnPrice(price: PriceOverride): string {
  return words.describePrices(
    priceFields.flatMap(({ name }) => {
      const value = price[name];
      return value === undefined ? [] : [[words.priceFields[name], messages.format.price(value)] as const];
    }),
  );
}
