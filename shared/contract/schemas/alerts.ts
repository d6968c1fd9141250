import * as v from 'valibot';
import { alertIntentSchema, alertKinds, failureSchema } from '../../alerts/intent-schema.ts';
import { alertStates, deliveryStates, type AlertRecord, type Delivery } from '../../domain/alert-record.ts';
import type { ChannelFailure } from '../../domain/channel-failure.ts';
import type { Result } from '../../lib/result.ts';
import { secretPlaces, type SecretFailure, type SecretPlace } from '../../ports/secret-store.ts';
import { alertChoicesSchema } from '../../alerts/alert-choices.ts';
import { count, instantMs } from './common.ts';
import { listOf, schemaFor } from './schema-for.ts';

const deliverySchema = schemaFor<Delivery>()(
  v.strictObject({
    channel: v.string(),
    state: v.picklist(deliveryStates),
    atMs: instantMs,
    failure: v.nullable(failureSchema),
  }),
);

/** An alert of the history. */
export const alertRecordSchema: v.GenericSchema<unknown, AlertRecord> = v.strictObject({
  id: v.string(),
  raisedAtMs: instantMs,
  intent: alertIntentSchema,
  state: v.picklist(alertStates),
  deliveries: listOf(deliverySchema),
});

/** The latest alerts, newest first. */
export const alertsSchema = v.strictObject({ generatedAtMs: instantMs, rows: listOf(alertRecordSchema) });

/** A channel in the settings and its state; of its secret, only where it is stored. */
export interface ChannelStatus {
  readonly id: string;
  readonly isOn: boolean;
  readonly needsSecret: boolean;
  /** Null: none is stored. */
  readonly secret: SecretPlace | null;
  /** Alerts on their way. */
  readonly waiting: number;
  /** Why its last attempt failed; null after a success, and before any. */
  readonly failure: ChannelFailure | null;
}

const channelStatusSchema = schemaFor<ChannelStatus>()(
  v.strictObject({
    id: v.string(),
    isOn: v.boolean(),
    needsSecret: v.boolean(),
    secret: v.nullable(v.picklist(secretPlaces)),
    waiting: count,
    failure: v.nullable(failureSchema),
  }),
);

export const channelStatusesSchema = v.strictObject({ generatedAtMs: instantMs, rows: listOf(channelStatusSchema) });

/** Which channel of the settings. */
export const channelQuerySchema = v.strictObject({ channel: v.pipe(v.string(), v.maxLength(40)) });

/** Delivered, or why not. */
export const testedChannelSchema: v.GenericSchema<unknown, Result<null, ChannelFailure>> = v.variant('ok', [
  v.strictObject({ ok: v.literal(true), value: v.null() }),
  v.strictObject({ ok: v.literal(false), error: failureSchema }),
]);

export const channelSecretSchema = v.strictObject({
  ...channelQuerySchema.entries,
  /** Null removes it. */
  secret: v.nullable(v.pipe(v.string(), v.nonEmpty(), v.maxLength(4_000))),
});

export const secretStoredSchema: v.GenericSchema<unknown, Result<null, SecretFailure>> = v.variant('ok', [
  v.strictObject({ ok: v.literal(true), value: v.null() }),
  v.strictObject({ ok: v.literal(false), error: v.picklist(['not-written', 'set-by-environment', 'read-only']) }),
]);

/** Which rules to try; by default, those in the settings. */
export const dryRunQuerySchema = v.strictObject({
  choices: v.optional(v.nullable(alertChoicesSchema), null),
  thresholdsPercent: v.optional(v.nullable(v.pipe(v.array(v.number()), v.maxLength(5))), null),
});

/** What the rules would have raised over the last 30 days. */
export const dryRunSchema = v.strictObject({
  generatedAtMs: instantMs,
  sinceMs: instantMs,
  rows: v.array(v.strictObject({ atMs: instantMs, intent: alertIntentSchema })),
  /** Kinds that cannot be tried, because the facts they need are not stored. */
  untried: v.array(v.picklist(alertKinds)),
});
