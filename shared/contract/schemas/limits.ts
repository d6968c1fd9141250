import { askOutcomes, type AskedAgent } from '../../domain/asked-agent.ts';
import * as v from 'valibot';
import type { AllowanceChange, LimitChanges, PlanChange } from '../../domain/limit-change.ts';
import type { LimitId } from '../../domain/limit-id.ts';
import { paceBands, type LimitPace } from '../../domain/limit-pace.ts';
import {
  limitOrigins,
  limitUnits,
  type LimitAmount,
  type LimitOutlook,
  type LimitReading,
  type LimitWindow,
} from '../../domain/limit-window.ts';
import type { Subscription } from '../../domain/subscription.ts';
import { costMicroUsd, count, finite, instantMs, percent } from './common.ts';
import { listOf, schemaFor } from './schema-for.ts';

export const limitIdSchema = schemaFor<LimitId>()(
  v.strictObject({ provider: v.string(), account: v.nullable(v.string()), name: v.string(), scope: v.string() }),
);

const limitAmountSchema = schemaFor<LimitAmount>()(
  v.strictObject({
    unit: v.picklist(limitUnits),
    used: v.nullable(finite),
    limit: v.nullable(finite),
    remaining: v.nullable(finite),
  }),
);

const limitPaceSchema = schemaFor<LimitPace>()(
  v.strictObject({ elapsedPercent: percent, deltaPercent: finite, band: v.picklist(paceBands) }),
);

/** The members of a reading. */
export const limitReadingEntries = {
  id: limitIdSchema,
  source: v.string(),
  origin: v.picklist(limitOrigins),
  label: v.nullable(v.string()),
  windowMinutes: v.nullable(finite),
  usedPercent: v.nullable(percent),
  amount: v.nullable(limitAmountSchema),
  resetsAtMs: v.nullable(instantMs),
  planType: v.nullable(v.string()),
  observedAtMs: instantMs,
};

const windowEntries = {
  ...limitReadingEntries,
  trustedUntilMs: instantMs,
  runsOutAtMs: v.nullable(instantMs),
  pace: v.nullable(limitPaceSchema),
};

export const limitWindowSchema = schemaFor<LimitWindow>()(v.strictObject(windowEntries));

export const limitReadingSchema = schemaFor<LimitReading>()(v.strictObject(limitReadingEntries));

export const limitOutlookSchema = schemaFor<LimitOutlook>()(
  v.strictObject({
    ...windowEntries,
    provenance: v.picklist(['official', 'stale']),
    runOutProbability: v.nullable(finite),
  }),
);

const subscriptionSchema = schemaFor<Subscription>()(
  v.strictObject({
    source: v.string(),
    plan: v.string(),
    label: v.string(),
    knownFrom: v.picklist(['provider', 'setting']),
    monthlyUsd: v.nullable(finite),
    monthCostMicroUsd: costMicroUsd,
    unpricedModels: v.array(v.string()),
  }),
);

const planChangeSchema = schemaFor<PlanChange>()(
  v.strictObject({
    source: v.string(),
    id: limitIdSchema,
    from: v.string(),
    to: v.string(),
    lastSeenMs: instantMs,
    firstSeenMs: instantMs,
  }),
);

const allowanceSideSchema = v.strictObject({
  usdPerPercent: finite,
  tokensPerPercent: finite,
  pairs: count,
  percent: finite,
});

export const allowanceChangeSchema = schemaFor<AllowanceChange>()(
  v.strictObject({
    source: v.string(),
    id: limitIdSchema,
    label: v.nullable(v.string()),
    windowMinutes: v.nullable(finite),
    lastOldMs: instantMs,
    firstNewMs: instantMs,
    before: allowanceSideSchema,
    after: allowanceSideSchema,
    ratio: finite,
    score: finite,
    isWithPlan: v.boolean(),
    isOtherModels: v.boolean(),
  }),
);

/** Recent changes of plans and allowances. */
export const limitChangesSchema = schemaFor<LimitChanges>()(
  v.strictObject({ plans: listOf(planChangeSchema), allowances: listOf(allowanceChangeSchema) }),
);

/**
 * The providers' own limit windows by their newest readings, as of `generatedAtMs`, and which of them stops the person
 * first; null when none is known to.
 */
export const limitsSchema = v.strictObject({
  generatedAtMs: instantMs,
  rows: listOf(limitOutlookSchema),
  binding: v.nullable(limitIdSchema),
  subscriptions: listOf(subscriptionSchema),
  changes: limitChangesSchema,
});

const askedAgentSchema = schemaFor<AskedAgent>()(
  v.strictObject({ source: v.string(), program: v.string(), outcome: v.picklist(askOutcomes) }),
);

/** The outcome of asking agents for their limits. */
export const askedAgentsSchema = v.strictObject({ generatedAtMs: instantMs, rows: listOf(askedAgentSchema) });
