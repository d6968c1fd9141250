import type { ModelAlias, PriceOverride } from '../../../shared/domain/price-choices.ts';
import { defaultLocale, numberFormat } from '../../../shared/format/intl-cache.ts';
import { fail, ok, type Result } from '../../../shared/lib/result.ts';

/** Prices in the order in which they are typed and told. All but the first two may be left out. */
export const priceFields = [
  { name: 'inputUsdPerMillion', label: 'Input', isNeeded: true },
  { name: 'outputUsdPerMillion', label: 'Output', isNeeded: true },
  { name: 'cacheReadUsdPerMillion', label: 'Cache read', isNeeded: false },
  { name: 'cacheWrite5mUsdPerMillion', label: '5 min write', isNeeded: false },
  { name: 'cacheWrite1hUsdPerMillion', label: '1 h write', isNeeded: false },
] as const;
export type PriceField = (typeof priceFields)[number]['name'];

/** An own price as typed. */
export type PriceDraft = Readonly<Record<'model' | PriceField, string>>;

export const emptyDraft: PriceDraft = {
  model: '',
  inputUsdPerMillion: '',
  outputUsdPerMillion: '',
  cacheReadUsdPerMillion: '',
  cacheWrite5mUsdPerMillion: '',
  cacheWrite1hUsdPerMillion: '',
};

const mostEntries = 100;
const dearest = 100_000;

/** Reads an own price as typed. A comma is refused: to some it is a decimal point. */
export function parseOwnPrice(draft: PriceDraft): Result<PriceOverride> {
  const model = draft.model.trim();
  if (model === '') return fail('write the model’s name as the table in History has it.');
  const prices: Partial<Record<PriceField, number>> = {};
  for (const { name, label, isNeeded } of priceFields) {
    const text = draft[name].replace(/[\s$]/g, '');
    if (text === '' && !isNeeded) continue;
    const value = /^\d*\.?\d+$/.test(text) ? Number(text) : Number.NaN;
    if (!(value <= dearest)) return fail(`${label}: write US dollars per million tokens, like 2.5.`);
    prices[name] = value;
  }
  const { inputUsdPerMillion = 0, outputUsdPerMillion = 0, ...cache } = prices;
  return ok({ model, inputUsdPerMillion, outputUsdPerMillion, ...cache });
}

/** Reads an alias as typed. */
export function parseAlias(draft: { readonly model: string; readonly pricedAs: string }): Result<ModelAlias> {
  const [model, pricedAs] = [draft.model.trim(), draft.pricedAs.trim()];
  if (model === '' || pricedAs === '') return fail('write the names of both models.');
  return isSameModel(model, pricedAs) ? fail('these are the same model.') : ok({ model, pricedAs });
}

/** A list with an entry added; one of the same model gives way. Fails when there are too many. */
export function addEntry<Entry extends { readonly model: string }>(
  entries: readonly Entry[],
  entry: Entry,
): Result<Entry[]> {
  const others = entries.filter(({ model }) => !isSameModel(model, entry.model));
  return others.length < mostEntries ? ok([...others, entry]) : fail(`${mostEntries} entries are the most.`);
}

/** Whether two names are those of one model: the same but for case. */
export function isSameModel(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}

/** An own price in words, e.g. `Input $2, output $8, cache read $0.2`. */
export function describeOwnPrice(price: PriceOverride): string {
  const format = numberFormat(defaultLocale, {
    style: 'currency',
    currency: 'USD',
    minimumFractionDigits: 0,
    maximumFractionDigits: 6,
  });
  const parts = priceFields.flatMap(({ name, label }) => {
    const value = price[name];
    return value === undefined ? [] : [`${label} ${format.format(value)}`];
  });
  const text = parts.join(', ').toLowerCase();
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
