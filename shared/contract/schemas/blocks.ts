import * as v from 'valibot';
import type { Baseline } from '../../domain/baseline.ts';
import type { Block } from '../../domain/block.ts';
import { blockLimitUnits, type BlockLimit } from '../../domain/plan.ts';
import type { ActiveBlock } from '../../snapshot/app-snapshot.ts';
import type { ActiveBlockOutlook } from '../../snapshot/outlook.ts';
import { costMicroUsd, count, finite, instantMs, percent } from './common.ts';
import { intervalSchema, totalForecastSchema } from './forecast.ts';
import { listOf, schemaFor } from './schema-for.ts';
import { tokenUsageSchema, usageTotalsSchema } from './usage.ts';

export const blockSchema = schemaFor<Block>()(
  v.strictObject({
    source: v.string(),
    kind: v.picklist(['active', 'completed', 'gap']),
    startMs: instantMs,
    endMs: instantMs,
    firstAtMs: v.nullable(instantMs),
    lastAtMs: v.nullable(instantMs),
    events: count,
    usage: tokenUsageSchema,
    costMicroUsd,
    unpricedModels: v.array(v.string()),
    models: v.array(v.string()),
    boundary: v.picklist(['official', 'estimated']),
  }),
);

export const blockLimitSchema = schemaFor<BlockLimit>()(
  v.strictObject({
    unit: v.picklist(blockLimitUnits),
    value: finite,
    usedPercent: percent,
    plan: v.string(),
    provenance: v.picklist(['measured', 'estimated']),
  }),
);

const activeBlockEntries = {
  source: v.string(),
  block: blockSchema,
  limit: v.nullable(blockLimitSchema),
  forecast: v.nullable(totalForecastSchema),
};

export const activeBlockSchema = schemaFor<ActiveBlock>()(v.strictObject(activeBlockEntries));

const activeBlockOutlookSchema = schemaFor<ActiveBlockOutlook>()(
  v.strictObject({
    ...activeBlockEntries,
    remainingMs: finite,
    projection: v.nullable(v.strictObject({ totalTokens: count, interval: intervalSchema, costMicroUsd })),
    runsOutAtMs: v.nullable(instantMs),
    runOutProbability: v.nullable(finite),
  }),
);

export const baselineSchema = schemaFor<Baseline>()(
  v.strictObject({
    source: v.string(),
    unit: v.picklist(blockLimitUnits),
    blocks: count,
    p90: v.nullable(finite),
    interval: v.nullable(v.strictObject({ low: finite, high: finite })),
    range: v.nullable(v.strictObject({ min: finite, max: finite })),
    provenance: v.literal('measured'),
  }),
);

/** Blocks and the gaps between them, in order; what the active ones lead to; usage and cost of the whole span. */
export const blocksSchema = v.strictObject({
  generatedAtMs: instantMs,
  timeZone: v.string(),
  rows: listOf(blockSchema),
  active: listOf(activeBlockOutlookSchema),
  totals: usageTotalsSchema,
  /** What a full block of each source usually holds, in each unit. */
  baselines: listOf(baselineSchema),
});
