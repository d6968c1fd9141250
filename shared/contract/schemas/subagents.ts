import * as v from 'valibot';
import type { Subagent } from '../../domain/subagent.ts';
import { costMicroUsd, count, instantMs } from './common.ts';
import { listOf, schemaFor } from './schema-for.ts';
import { tokenUsageSchema } from './usage.ts';

/** The sums of a subagent. */
export const subagentSchema = schemaFor<Subagent>()(
  v.strictObject({
    source: v.string(),
    sessionId: v.string(),
    id: v.nullable(v.string()),
    isSession: v.boolean(),
    models: v.array(v.string()),
    firstAtMs: instantMs,
    lastAtMs: instantMs,
    events: count,
    usage: tokenUsageSchema,
    costMicroUsd,
    unpricedModels: v.array(v.string()),
  }),
);

/** Subagents, oldest first. */
export const subagentsSchema = v.strictObject({
  generatedAtMs: instantMs,
  timeZone: v.string(),
  rows: listOf(subagentSchema),
});
