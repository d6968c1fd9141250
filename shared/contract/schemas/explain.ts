import * as v from 'valibot';
import type { BlockExplanation, CostExplanation, LimitExplanation } from '../../domain/explanation.ts';
import { baselineSchema, blockLimitSchema, blockSchema } from './blocks.ts';
import { costMicroUsd, count, finite, instantMs } from './common.ts';
import { allowanceChangeSchema, limitOutlookSchema, limitReadingEntries, limitReadingSchema } from './limits.ts';
import { listOf, schemaFor } from './schema-for.ts';
import { tokenUsageSchema } from './usage.ts';

/** Which window, block or model; all of them when left out. */
export const explainQuerySchema = v.strictObject({
  id: v.optional(v.nullable(v.string()), null),
  source: v.optional(v.nullable(v.string()), null),
});

const limitExplanationSchema = schemaFor<LimitExplanation>()(
  v.strictObject({
    id: v.string(),
    window: limitOutlookSchema,
    isBinding: v.boolean(),
    readings: listOf(v.strictObject({ ...limitReadingEntries, isUsed: v.boolean(), givesReset: v.boolean() })),
    capacity: v.nullable(
      v.strictObject({
        usdPerPercent: finite,
        interval: v.strictObject({ low: finite, high: finite }),
        pairs: count,
        totalPercent: finite,
        isReliable: v.boolean(),
      }),
    ),
    allowance: v.nullable(allowanceChangeSchema),
  }),
);

/** The windows, with the newest reading from each origin and what follows from them. */
export const limitExplanationsSchema = v.strictObject({
  generatedAtMs: instantMs,
  rows: listOf(limitExplanationSchema),
});

const blockExplanationSchema = schemaFor<BlockExplanation>()(
  v.strictObject({
    id: v.string(),
    block: blockSchema,
    rule: v.picklist(['official-reset', 'first-event']),
    reset: v.nullable(limitReadingSchema),
    limit: v.nullable(blockLimitSchema),
    baselines: listOf(baselineSchema),
  }),
);

/** The active blocks, or one, with the rule of their boundaries. */
export const blockExplanationsSchema = v.strictObject({
  generatedAtMs: instantMs,
  rows: listOf(blockExplanationSchema),
});

const costExplanationSchema = schemaFor<CostExplanation>()(
  v.strictObject({
    model: v.string(),
    source: v.string(),
    events: count,
    usage: tokenUsageSchema,
    costMicroUsd,
    isCostPartial: v.boolean(),
    kind: v.picklist(['estimated', 'unknown']),
  }),
);

/** What today's cost is made of, model by model. */
export const costExplanationsSchema = v.strictObject({
  generatedAtMs: instantMs,
  day: v.string(),
  costMode: v.string(),
  rows: listOf(costExplanationSchema),
});
