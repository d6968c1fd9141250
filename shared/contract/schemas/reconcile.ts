import * as v from 'valibot';
import {
  differenceClasses,
  type ReconciledProxyRow,
  type ReconciledRow,
  type Reconciliation,
  type ResponseCount,
} from '../../domain/reconciliation.ts';
import { count, day, instantMs } from './common.ts';
import { listOf, schemaFor } from './schema-for.ts';

const countSchema = schemaFor<ResponseCount>()(v.strictObject({ responses: count, tokens: count }));
const differenceSchema = schemaFor<ResponseCount>()(
  v.strictObject({ responses: v.pipe(v.number(), v.integer()), tokens: v.pipe(v.number(), v.integer()) }),
);

const rowSchema = schemaFor<ReconciledRow>()(
  v.strictObject({
    day,
    source: v.string(),
    model: v.string(),
    logged: countSchema,
    received: countSchema,
    differences: v.strictObject(v.entriesFromList(differenceClasses, differenceSchema)),
  }),
);

const proxyRowSchema = schemaFor<ReconciledProxyRow>()(
  v.strictObject({
    ...{ day, source: v.string(), model: v.string(), received: countSchema },
    chargedMicroUsd: v.nullable(count),
    pricedMicroUsd: v.nullable(count),
    ...{ joined: countSchema, understated: countSchema, notInLog: countSchema, otherRoot: countSchema },
    ...{ notJoined: countSchema, duplicate: countSchema },
    logged: countSchema,
  }),
);

export const reconciliationSchema = schemaFor<Reconciliation>()(
  v.strictObject({
    generatedAtMs: instantMs,
    timeZone: v.string(),
    rows: listOf(rowSchema),
    proxies: listOf(proxyRowSchema),
  }),
);
