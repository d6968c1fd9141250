import { toIdempotencyKey, type OutboxEntry } from '../../../../shared/alerts/outbox.ts';
import type { AlertIntent } from '../../../../shared/domain/alert-intent.ts';
import { redactFacts, type AlertRedaction } from '../../../../shared/domain/alert-redaction.ts';
import type { Messages } from '../../../../shared/messages/catalogue.ts';
import { describeAlert } from '../../../../shared/messages/describe-alert.ts';
import type { Notice } from '../../../../shared/ports/alert-channel.ts';
import type { AlertMessage } from '../../../../shared/ports/message-channel.ts';
import type { ChannelConfig } from '../../../../shared/settings/channel-schema.ts';
import type { AppSnapshot } from '../../../../shared/snapshot/app-snapshot.ts';

/** Puts alerts into words. */
export interface AlertWords {
  /** For this machine: with everything. */
  describe(intent: AlertIntent): Notice;
  /** For a channel: without what it must not reveal. */
  toMessage(entry: OutboxEntry, config: Pick<ChannelConfig, 'redact'>): AlertMessage;
}

/** Builds them. Names of agents and the currency are those of the snapshot. */
export function createAlertWords(options: {
  readonly messages: Pick<Messages, 'notifications'>;
  readonly snapshot: () => AppSnapshot;
  readonly nowMs: () => number;
}): AlertWords {
  const describe = (intent: AlertIntent, redaction?: AlertRedaction): Notice => {
    const { sources, usage } = options.snapshot().sections;
    const sourceLabel = sources.find(({ source }) => source === intent.source)?.label ?? intent.source ?? '';
    const context = { sourceLabel, nowMs: options.nowMs(), currency: usage.currency, ...(redaction && { redaction }) };
    return describeAlert(intent, context, options.messages);
  };
  return {
    describe: (intent) => describe(intent),
    toMessage(entry, { redact }) {
      const { intent, raisedAtMs } = entry.alert;
      return {
        idempotencyKey: toIdempotencyKey(entry),
        raisedAtMs,
        notice: describe(intent, redact),
        kind: intent.kind,
        source: intent.source,
        facts: redactFacts(intent, redact),
      };
    },
  };
}
