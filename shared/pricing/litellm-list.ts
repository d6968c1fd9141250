import { parsePriceTable, priceUnit, type ModelPrice, type PriceTable, type Rates } from './price-table.ts';

// Converts LiteLLM's price list (MIT, BerriAI/litellm), which `npm run prices` ships and `fuelgauge prices update` reads.

/** An unvalidated entry of the list. */
type Entry = Readonly<Record<string, unknown>>;

/** The entries we take: those of the models' own providers, for models that write code. */
const makers: readonly { readonly provider: string; readonly listedAs: RegExp; readonly prefix?: string }[] = [
  { provider: 'anthropic', listedAs: /^claude-/ },
  { provider: 'openai', listedAs: /^(?:gpt-(?:4o|4\.1|5)|o[134](?:-|$)|codex-)(?!.*(?:audio|search|research))/ },
  {
    provider: 'gemini',
    listedAs: /^gemini\/gemini-(?:2\.5|[3-9])(?!.*(?:audio|live|tts|computer))/,
    prefix: 'gemini/',
  },
  { provider: 'zai', listedAs: /^zai\/glm-(?:4\.[5-9]|[5-9])/, prefix: 'zai/' },
  { provider: 'deepseek', listedAs: /^(?:deepseek\/)?deepseek-(?:v3\.2|v[4-9])/, prefix: 'deepseek/' },
  { provider: 'moonshot', listedAs: /^moonshot\/kimi-k/, prefix: 'moonshot/' },
  // Of Grok 4 the list has two prices, with and without a boundary at 128,000 tokens.
  { provider: 'xai', listedAs: /^xai\/grok-(?:code-fast|3|4\.\d)(?!.*vision)/, prefix: 'xai/' },
  { provider: 'minimax', listedAs: /^minimax\/MiniMax-M/, prefix: 'minimax/' },
];

/** Retired models, seen in old logs, that the list has only under Bedrock, at Anthropic's own prices. */
const bedrockOnly: readonly (readonly [listedAs: string, name: string])[] = [
  ['anthropic.claude-3-sonnet-20240229-v1:0', 'claude-3-sonnet-20240229'],
  ['anthropic.claude-3-5-haiku-20241022-v1:0', 'claude-3-5-haiku-20241022'],
  ['anthropic.claude-3-5-sonnet-20241022-v2:0', 'claude-3-5-sonnet-20241022'],
];

/** A model whose price cannot be taken from the list. */
export interface UnusablePrice {
  readonly model: string;
  /** `inexact`: finer than a trillionth of a dollar, or no sensible number; `ambiguous`: two entries disagree. */
  readonly reason: 'inexact' | 'ambiguous';
}

/**
 * Selects and converts. Models whose price cannot be used are left out, and reported with `onUnusable`. Never throws,
 * whatever the list contains.
 */
export function toPriceTable(
  list: Readonly<Record<string, unknown>>,
  datedOn: string,
  onUnusable: (price: UnusablePrice) => void,
): PriceTable {
  const models = new Map<string, ModelPrice>();
  const ambiguous = new Set<string>();
  for (const [key, entry] of Object.entries(list)) {
    const maker = findMaker(key, entry);
    if (maker === null || !isEntry(entry)) continue;
    const name = (maker.prefix === undefined ? key : key.replace(maker.prefix, '')).toLowerCase();
    const price = readPrice(maker.provider, name, entry, onUnusable);
    if (price === null) continue;
    const known = models.get(name);
    if (known !== undefined && JSON.stringify(known) !== JSON.stringify(price)) ambiguous.add(name);
    models.set(name, price);
  }
  for (const model of ambiguous) {
    models.delete(model);
    onUnusable({ model, reason: 'ambiguous' });
  }
  for (const [key, name] of bedrockOnly) {
    const entry = list[key];
    if (!isEntry(entry) || models.has(name)) continue;
    const rates = toRates('anthropic', entry);
    if (rates !== null) models.set(name, { provider: 'anthropic', rates, webSearchMicroUsd: 10_000 });
  }
  return parsePriceTable({
    schema: 'fuelgauge.prices.v1',
    datedOn,
    source: { name: 'BerriAI/litellm', file: 'model_prices_and_context_window.json', licence: 'MIT' },
    unit: priceUnit,
    models: Object.fromEntries([...models].sort(([a], [b]) => (a < b ? -1 : 1))),
  });
}

function findMaker(key: string, entry: unknown): (typeof makers)[number] | null {
  if (!isEntry(entry) || (entry['mode'] !== 'chat' && entry['mode'] !== 'responses')) return null;
  return makers.find(({ provider, listedAs }) => provider === entry['litellm_provider'] && listedAs.test(key)) ?? null;
}

function readPrice(
  provider: string,
  model: string,
  entry: Entry,
  onUnusable: (price: UnusablePrice) => void,
): ModelPrice | null {
  try {
    return toModelPrice(provider, entry);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    onUnusable({ model, reason: 'inexact' });
    return null;
  }
}

/** Null if the entry has no price, is free (which means unknown, not zero) or has a long-context boundary we do not support. */
function toModelPrice(provider: string, entry: Entry): ModelPrice | null {
  const rates = toRates(provider, entry);
  if (rates === null || rates.input === 0) return null;
  if (Object.keys(entry).some((field) => /^input_cost_per_token_above_(?!200k|272k)/.test(field))) return null;
  const priority = toRates(provider, entry, '_priority', rates);
  const flex = toRates(provider, entry, '_flex', rates);
  const above = 'input_cost_per_token_above_272k_tokens' in entry ? 272 : 200;
  const long = toRates(provider, entry, `_above_${above}k_tokens`);
  const longFlex = toRates(provider, entry, `_above_${above}k_tokens_flex`);
  const factors = isEntry(entry['provider_specific_entry']) ? entry['provider_specific_entry'] : {};
  return {
    provider,
    rates,
    ...(priority && { priority }),
    ...(flex && { flex }),
    ...(long && {
      longContext: { above: above === 272 ? 272_000 : 200_000, rates: long, ...(longFlex && { flex: longFlex }) },
    }),
    ...toPercent('fastPercent', factors['fast']),
    ...toPercent('regionalPercent', factors['us']),
    // Anthropic charges $10 per 1,000 searches for every model; the list has this for most of them only.
    ...(provider === 'anthropic' && { webSearchMicroUsd: 10_000 }),
  };
}

/**
 * The rates whose field names end in `suffix`; null unless the list has both input and output. A tier without its own
 * price for cache reads uses the standard one; if there is none either, cache reads are billed as input.
 */
function toRates(provider: string, entry: Entry, suffix = '', standard: Rates | null = null): Rates | null {
  const input = toPico(entry[`input_cost_per_token${suffix}`]);
  const output = toPico(entry[`output_cost_per_token${suffix}`]);
  if (input === null || output === null) return null;
  const cacheRead =
    toPico(entry[`cache_read_input_token_cost${suffix}`]) ?? toPico(entry[`input_cost_per_token_cache_hit${suffix}`]);
  // A write price of zero means no surcharge for writing: the tokens are billed as input.
  const listedWrite = toPico(entry[`cache_creation_input_token_cost${suffix}`]) || null;
  return {
    input,
    output,
    cacheRead: cacheRead ?? standard?.cacheRead ?? input,
    cacheWrite5m: listedWrite ?? (provider === 'anthropic' ? (input * 5) / 4 : input),
    // Always twice the input price; where the list differs (Claude 3), the list is wrong.
    cacheWrite1h: provider === 'anthropic' ? input * 2 : (listedWrite ?? input),
  };
}

/** A factor in the price table's unit. Throws a RangeError for an implausible one. */
function toPercent<Name extends string>(name: Name, factor: unknown): Partial<Record<Name, number>> {
  if (typeof factor !== 'number') return {};
  const percent = Math.round(factor * 100);
  if (!(percent >= 1 && percent <= 10_000)) throw new RangeError('not a factor');
  return { [name]: percent } as Partial<Record<Name, number>>;
}

function toPico(usdPerToken: unknown): number | null {
  if (typeof usdPerToken !== 'number') return null;
  const pico = Math.round(usdPerToken * 1e12);
  const isExact = Math.abs(usdPerToken * 1e12 - pico) <= 1e-3;
  if (!isExact || pico < 0 || !Number.isSafeInteger(pico * 2)) throw new RangeError('not a price');
  return pico;
}

function isEntry(value: unknown): value is Entry {
  return typeof value === 'object' && value !== null;
}
