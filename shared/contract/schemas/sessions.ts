import * as v from 'valibot';
import type { SessionSummary } from '../../domain/session.ts';
import type { RunningSession } from '../../snapshot/app-snapshot.ts';
import { costMicroUsd, count, instantMs } from './common.ts';
import { listOf, schemaFor } from './schema-for.ts';
import { tokenUsageSchema, usageTotalsSchema } from './usage.ts';

const sessionEntries = {
  source: v.string(),
  sessionId: v.string(),
  project: v.nullable(v.string()),
  branch: v.nullable(v.string()),
  models: v.array(v.string()),
  firstAtMs: instantMs,
  lastAtMs: instantMs,
  events: count,
  usage: tokenUsageSchema,
  costMicroUsd,
  unpricedModels: v.array(v.string()),
};

/** The sums of a session. */
export const sessionSchema = schemaFor<SessionSummary>()(v.strictObject(sessionEntries));

export const runningSessionSchema = schemaFor<RunningSession>()(
  v.strictObject({
    ...sessionEntries,
    isRunning: v.boolean(),
    contextTokens: v.nullable(count),
    minutes: listOf(v.strictObject({ startMs: instantMs, tokens: count })),
    subagents: v.strictObject({ parentId: v.nullable(v.string()), named: count, hasUnnamed: v.boolean() }),
  }),
);

/** Sessions, the most recently active last, and the usage and cost of the whole span. */
export const sessionsSchema = v.strictObject({
  generatedAtMs: instantMs,
  timeZone: v.string(),
  rows: listOf(sessionSchema),
  totals: usageTotalsSchema,
});
