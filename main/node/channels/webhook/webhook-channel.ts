import { createHmac } from 'node:crypto';
import { secondMs } from '../../../../shared/domain/instant.ts';
import { failFor, type AlertMessage, type MessageChannel } from '../../../../shared/ports/message-channel.ts';
import type { ChannelConfigOf } from '../../../../shared/settings/channel-schema.ts';
import type { ChannelTools } from '../channel-tools.ts';
import { fillTemplate } from './fill-template.ts';

/** Version of the JSON that a webhook without a template gets. */
const webhookSchema = 'fuelgauge.alert.v1';

/**
 * Builds the channel that posts JSON. With a secret, every request is signed: `X-Fuelgauge-Signature: v1=<hex>` is the
 * HMAC-SHA256 of `X-Fuelgauge-Timestamp`, a dot and the body, so that a receiver can refuse what is old or not ours.
 */
export function createWebhookChannel(
  config: ChannelConfigOf<'webhook'>,
  secret: string | null,
  { post, nowMs }: ChannelTools,
): MessageChannel {
  return {
    async send(message) {
      const payload = toPayload(message);
      const body = config.template === null ? JSON.stringify(payload) : fillTemplate(config.template, payload);
      if (body === null) return failFor({ kind: 'bad-address' });
      return post({
        address: config.url,
        headers: {
          'content-type': 'application/json',
          'idempotency-key': message.idempotencyKey,
          ...sign(body, secret, nowMs()),
        },
        body,
        allowsPrivate: config.allowsPrivate,
      });
    },
  };
}

/** An alert as JSON: the same for webhooks and for commands. */
export function toPayload({ idempotencyKey, raisedAtMs, notice, kind, source, facts }: AlertMessage) {
  return {
    schema: webhookSchema,
    id: idempotencyKey,
    raisedAt: new Date(raisedAtMs).toISOString(),
    kind,
    source,
    title: notice.title,
    body: notice.body,
    facts,
  };
}

function sign(body: string, secret: string | null, nowMs: number): Readonly<Record<string, string>> {
  const timestamp = String(Math.floor(nowMs / secondMs));
  if (secret === null) return { 'x-fuelgauge-timestamp': timestamp };
  const signature = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
  return { 'x-fuelgauge-timestamp': timestamp, 'x-fuelgauge-signature': `v1=${signature}` };
}
