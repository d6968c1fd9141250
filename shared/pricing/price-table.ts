import * as v from 'valibot';

/** Trillionths of a dollar per token (the same as millionths of a dollar per million tokens): exact for every list price. */
const picoUsdPerToken = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const ratesSchema = v.strictObject({
  input: picoUsdPerToken,
  output: picoUsdPerToken,
  cacheRead: picoUsdPerToken,
  cacheWrite5m: picoUsdPerToken,
  cacheWrite1h: picoUsdPerToken,
});

const percent = v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(10_000));

const modelPriceSchema = v.strictObject({
  provider: v.pipe(v.string(), v.nonEmpty()),
  rates: ratesSchema,
  priority: v.optional(ratesSchema),
  flex: v.optional(ratesSchema),
  longContext: v.optional(
    v.strictObject({ above: v.picklist([200_000, 272_000]), rates: ratesSchema, flex: v.optional(ratesSchema) }),
  ),
  fastPercent: v.optional(percent),
  regionalPercent: v.optional(percent),
  webSearchMicroUsd: v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(0))),
});

const priceTableSchema = v.strictObject({
  schema: v.literal('fuelgauge.prices.v1'),
  datedOn: v.pipe(v.string(), v.isoDate()),
  source: v.strictObject({ name: v.string(), file: v.string(), licence: v.string() }),
  unit: v.literal('pico-dollars per token'),
  models: v.record(v.pipe(v.string(), v.nonEmpty()), modelPriceSchema),
});

/** What one token of each class costs, in pico-dollars. */
export type Rates = Readonly<v.InferOutput<typeof ratesSchema>>;

/**
 * List price of a model. `priority` and `flex` stand where the provider has such a tier; `longContext` replaces the
 * rates of the whole request when its prompt exceeds `above` tokens; `fastPercent` and `regionalPercent` multiply all
 * rates (100 is no change); `webSearchMicroUsd` is the fee of one search.
 */
export type ModelPrice = Readonly<v.InferOutput<typeof modelPriceSchema>>;

/** List prices as they stood on a day, by model in lower case. Made by `npm run prices`. */
export type PriceTable = Readonly<v.InferOutput<typeof priceTableSchema>>;

/** Validates a price table; throws when it is none, because the app ships its own and a broken one is a bug. */
export function parsePriceTable(value: unknown): PriceTable {
  return v.parse(priceTableSchema, value);
}
