import * as v from 'valibot';
import type { LimitId } from '../../domain/limit-id.ts';
import { limitOrigins, limitUnits, type LimitAmount, type LimitWindow } from '../../domain/limit-window.ts';
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

export const limitWindowSchema = schemaFor<LimitWindow>()(
  v.strictObject({
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
    provenance: v.picklist(['official', 'stale']),
    runsOutAtMs: v.nullable(instantMs),
  }),
);

/** The providers' own limit windows, as their newest readings have them. */
export const limitsSchema = v.strictObject({ generatedAtMs: instantMs, rows: listOf(limitWindowSchema) });
