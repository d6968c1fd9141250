import * as v from 'valibot';
import type { LimitHistory } from '../../domain/limit-history.ts';
import { count, instantMs, percent } from './common.ts';
import { limitIdSchema } from './limits.ts';
import { listOf, schemaFor } from './schema-for.ts';

const limitHistorySchema = schemaFor<LimitHistory>()(
  v.strictObject({
    id: limitIdSchema,
    source: v.string(),
    label: v.nullable(v.string()),
    windowMinutes: v.nullable(v.number()),
    points: v.array(v.strictObject({ atMs: instantMs, usedPercent: percent, resetsAtMs: v.nullable(instantMs) })),
    windows: count,
    usedUp: count,
  }),
);

/** The providers' limit windows over time. */
export const limitHistoriesSchema = v.strictObject({
  generatedAtMs: instantMs,
  timeZone: v.string(),
  rows: listOf(limitHistorySchema),
});
