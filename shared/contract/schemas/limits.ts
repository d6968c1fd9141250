import * as v from 'valibot';
import type { LimitId } from '../../domain/limit-id.ts';
import { paceBands, type LimitPace } from '../../domain/limit-pace.ts';
import {
  limitOrigins,
  limitUnits,
  type LimitAmount,
  type LimitOutlook,
  type LimitWindow,
} from '../../domain/limit-window.ts';
import { finite, instantMs, percent } from './common.ts';
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

const windowEntries = {
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
  trustedUntilMs: instantMs,
  runsOutAtMs: v.nullable(instantMs),
  pace: v.nullable(limitPaceSchema),
};

export const limitWindowSchema = schemaFor<LimitWindow>()(v.strictObject(windowEntries));

const limitOutlookSchema = schemaFor<LimitOutlook>()(
  v.strictObject({
    ...windowEntries,
    provenance: v.picklist(['official', 'stale']),
    runOutProbability: v.nullable(finite),
  }),
);

/**
 * The providers' own limit windows by their newest readings, as of `generatedAtMs`, and which of them stops the person
 * first; null when none is known to.
 */
export const limitsSchema = v.strictObject({
  generatedAtMs: instantMs,
  rows: listOf(limitOutlookSchema),
  binding: v.nullable(limitIdSchema),
});
