import * as v from 'valibot';
import type { Report } from '../../domain/report.ts';
import { instantMs } from './common.ts';
import { reportQuerySchema } from './queries.ts';
import { listOf, schemaFor } from './schema-for.ts';
import { usageTotalsEntries, usageTotalsSchema } from './usage.ts';

const reportRowSchema = v.strictObject({
  key: v.nullable(v.string()),
  alsoKeys: v.optional(v.array(v.nullable(v.string()))),
  source: v.string(),
  split: v.nullable(v.string()),
  models: v.array(v.string()),
  ...usageTotalsEntries,
  firstAtMs: instantMs,
  lastAtMs: instantMs,
});

export const reportSchema = schemaFor<Report>()(
  v.strictObject({
    generatedAtMs: instantMs,
    timeZone: v.string(),
    query: reportQuerySchema,
    rows: listOf(reportRowSchema),
    totals: usageTotalsSchema,
  }),
);
