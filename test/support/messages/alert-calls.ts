import type { AlertKind } from '../../../shared/domain/alert-intent.ts';
import { noRedaction } from '../../../shared/domain/alert-redaction.ts';
import { alertSamples, sampleNowMs } from './message-samples.ts';

const context = { sourceLabel: 'November', nowMs: sampleNowMs };
/** Each kind of redaction alone. */
const redactions = (['names', 'money'] as const).map((name) => ({ ...noRedaction, [name]: true }));
const contexts = [
  context,
  { ...context, currency: { code: 'EUR', perUsd: 0.5 } },
  ...redactions.map((redaction) => ({ ...context, redaction })),
];

/** Every kind of alert with its facts, then the first facts in another currency and redacted. */
export const alertCalls = (Object.keys(alertSamples) as AlertKind[]).map((kind) => {
  const intents = alertSamples[kind].map((parameters) => ({ kind, key: 'k', source: null, parameters }));
  return [
    kind,
    contexts.flatMap((each, place) => (place === 0 ? intents : intents.slice(0, 2)).map((intent) => [intent, each])),
  ] as const;
});
