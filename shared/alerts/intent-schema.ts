import * as v from 'valibot';
import {
  guardActions,
  type AlertIntent,
  type AlertKind,
  type AlertParameters,
  type AlertSubject,
} from '../domain/alert-intent.ts';
import type { ChannelFailure } from '../domain/channel-failure.ts';
import { anomalyCauses } from '../domain/forecast.ts';
import { incidentImpacts } from '../domain/incident.ts';
import { periodKinds } from '../domain/report.ts';
import { signalReasons } from '../domain/session-signal.ts';

const finite = v.pipe(v.number(), v.finite());
const text = v.string();
const periodEntries = { since: v.exactOptional(text), endsAtMs: v.exactOptional(finite) };

const subject: v.GenericSchema<unknown, AlertSubject> = v.variant('kind', [
  v.strictObject({
    kind: v.literal('limit'),
    windowMinutes: v.nullable(finite),
    scope: text,
    label: v.nullable(text),
  }),
  v.strictObject({ kind: v.literal('block') }),
]);

/** The facts of every kind of alert, as they are stored and sent. The compiler requires every kind. */
const parameters: { readonly [Kind in AlertKind]: v.GenericSchema<unknown, AlertParameters[Kind]> } = {
  threshold: v.strictObject({
    subject,
    thresholdPercent: finite,
    usedPercent: finite,
    resetsAtMs: v.nullable(finite),
  }),
  'runs-out': v.strictObject({
    subject,
    usedPercent: finite,
    runsOutAtMs: finite,
    resetsAtMs: finite,
    probability: v.nullable(finite),
  }),
  depleted: v.strictObject({ subject, resetsAtMs: v.nullable(finite) }),
  restored: v.strictObject({ subject }),
  spend: v.strictObject({
    period: v.picklist(periodKinds),
    costMicroUsd: finite,
    isCostPartial: v.exactOptional(v.boolean()),
    budgetMicroUsd: finite,
    thresholdPercent: finite,
    ...periodEntries,
  }),
  burn: v.strictObject({
    tokensPerHour: finite,
    typicalTokensPerHour: finite,
    project: v.nullable(text),
    sessionId: v.exactOptional(v.nullable(text)),
    pid: v.exactOptional(v.nullable(finite)),
  }),
  anomaly: v.strictObject({
    anomaly: v.picklist(['session', 'day']),
    tokens: finite,
    usualTokens: finite,
    cause: v.picklist(anomalyCauses),
    causeName: v.nullable(text),
    causeShare: finite,
  }),
  allowance: v.strictObject({
    change: v.picklist(['plan', 'allowance']),
    fromPlan: v.nullable(text),
    toPlan: v.nullable(text),
    subject: v.nullable(subject),
    ratio: v.nullable(finite),
    pairsBefore: v.nullable(finite),
    pairsAfter: v.nullable(finite),
    sinceMs: finite,
  }),
  'busy-agent': v.strictObject({
    label: text,
    project: v.nullable(text),
    pid: finite,
    measure: v.picklist(['cpu', 'memory']),
    value: finite,
    forMs: finite,
  }),
  session: v.strictObject({
    sessionId: text,
    status: v.picklist(['waiting', 'finished', 'failed']),
    reason: v.nullable(v.picklist(signalReasons)),
    project: v.nullable(text),
  }),
  guard: v.strictObject({
    sessionId: text,
    project: v.nullable(text),
    level: v.picklist(['soft', 'hard']),
    action: v.picklist(guardActions),
    tokens: v.nullable(v.strictObject({ used: finite, limit: finite })),
    costMicroUsd: v.nullable(finite),
    isCostPartial: v.exactOptional(v.boolean()),
    budgetMicroUsd: v.nullable(finite),
  }),
  orphan: v.strictObject({ label: v.nullable(text), name: text, pid: finite, processes: finite, rssBytes: finite }),
  'silent-source': v.strictObject({ grownBytes: finite, sinceMs: finite }),
  'expiring-logs': v.strictObject({ sourceLabel: text, logs: finite, deletesAtMs: finite }),
  incident: v.strictObject({
    ...{ page: text, service: text, title: text },
    impact: v.picklist(incidentImpacts),
    startedAtMs: v.nullable(finite),
  }),
  digest: v.strictObject({
    period: v.picklist(['day', 'week']),
    tokens: finite,
    responses: finite,
    costMicroUsd: v.nullable(finite),
    isCostPartial: v.exactOptional(v.boolean()),
    upTo: v.exactOptional(v.strictObject({ day: text, minute: finite })),
    ...periodEntries,
  }),
};

/** Every kind of alert. */
export const alertKinds = Object.keys(parameters) as readonly AlertKind[];

const kinds = alertKinds.map((kind) =>
  v.strictObject({ kind: v.literal(kind), key: text, source: v.nullable(text), parameters: parameters[kind] }),
);

/** An alert as plain JSON. */
export const alertIntentSchema = v.variant('kind', kinds) as unknown as v.GenericSchema<unknown, AlertIntent>;

/** An alert that was raised. */
export const raisedAlertSchema = v.strictObject({ id: text, raisedAtMs: finite, intent: alertIntentSchema });

/** Why a channel did not deliver. */
export const failureSchema: v.GenericSchema<unknown, ChannelFailure> = v.variant('kind', [
  v.strictObject({
    kind: v.picklist([
      ...(['no-secret', 'bad-address', 'insecure-address', 'private-address'] as const),
      ...(['redirected', 'timed-out', 'unanswered', 'expired'] as const),
    ]),
  }),
  v.strictObject({ kind: v.picklist(['unreachable', 'program']), code: text }),
  v.strictObject({ kind: v.literal('refused'), status: finite }),
]);
