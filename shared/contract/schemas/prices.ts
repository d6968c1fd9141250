import * as v from 'valibot';
import type { PriceExplanation, PriceList, UsdRates } from '../../domain/price-list.ts';
import { count, finite, instantMs } from './common.ts';
import { listOf, schemaFor } from './schema-for.ts';

const usdRatesSchema = schemaFor<UsdRates>()(
  v.strictObject({ input: finite, output: finite, cacheRead: finite, cacheWrite5m: finite, cacheWrite1h: finite }),
);

const originSchema = v.picklist(['shipped', 'updated']);

export const priceListSchema = schemaFor<PriceList>()(
  v.strictObject({
    generatedAtMs: instantMs,
    origin: originSchema,
    datedOn: v.string(),
    source: v.string(),
    rows: listOf(v.strictObject({ model: v.string(), provider: v.string(), usdPerMillion: usdRatesSchema })),
  }),
);

export const priceExplanationSchema = schemaFor<PriceExplanation>()(
  v.strictObject({
    generatedAtMs: instantMs,
    model: v.string(),
    reason: v.picklist(['own-price', 'alias', 'listed', 'unknown']),
    pricedAs: v.nullable(v.string()),
    origin: originSchema,
    datedOn: v.string(),
    periods: v.array(
      v.strictObject({
        sinceMs: v.nullable(instantMs),
        usdPerMillion: usdRatesSchema,
        priority: v.nullable(usdRatesSchema),
        flex: v.nullable(usdRatesSchema),
        longContext: v.nullable(v.strictObject({ aboveTokens: count, usdPerMillion: usdRatesSchema })),
      }),
    ),
  }),
);
