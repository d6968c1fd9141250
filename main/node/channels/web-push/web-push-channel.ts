import { createHash } from 'node:crypto';
import { hourMs, secondMs } from '../../../../shared/domain/instant.ts';
import { parsePushSecret } from '../../../../shared/settings/push-secret.ts';
import { failFor, type AlertMessage, type MessageChannel } from '../../../../shared/ports/message-channel.ts';
import type { ChannelConfigOf } from '../../../../shared/settings/channel-schema.ts';
import type { ChannelTools } from '../channel-tools.ts';
import { encryptPush, maxPushBytes } from './encrypt.ts';
import { toVapidHeader } from './vapid.ts';

/** An alert that did not reach a phone within this time is no longer useful. */
const keptMs = 12 * hourMs;

/**
 * Builds the channel to a browser that the dashboard runs in, through the push service of its vendor (RFC 8030). The
 * service sees that something is sent, and not what.
 */
export function createWebPushChannel(
  { allowsPrivate }: ChannelConfigOf<'web-push'>,
  secret: string | null,
  { post, nowMs }: ChannelTools,
): MessageChannel {
  return {
    async send(message) {
      const subscription = parsePushSecret(secret);
      if (subscription === null) return failFor({ kind: 'no-secret' });
      const { endpoint, p256dh, auth, vapid } = subscription;
      try {
        const keys = { p256dh: Buffer.from(p256dh, 'base64url'), auth: Buffer.from(auth, 'base64url') };
        return await post({
          address: endpoint,
          headers: {
            authorization: toVapidHeader(vapid, endpoint, nowMs()),
            'content-encoding': 'aes128gcm',
            'content-type': 'application/octet-stream',
            ttl: String(keptMs / secondMs),
            urgency: 'high',
            // The service keeps one message of a topic: a second attempt replaces the first.
            topic: toTag(message),
          },
          body: await encryptPush(toText(message), keys),
          allowsPrivate,
        });
      } catch {
        // Invalid keys: the browser has to subscribe again.
        return failFor({ kind: 'no-secret' });
      }
    },
  };
}

/** What the service worker of the dashboard shows. Longer sentences are cut: a message has one record. */
function toText(message: AlertMessage): Buffer {
  const { title, body } = message.notice;
  const write = (length: number): Buffer =>
    Buffer.from(JSON.stringify({ title: title.slice(0, 200), body: body.slice(0, length), tag: toTag(message) }));
  const whole = write(body.length);
  return whole.length <= maxPushBytes ? whole : write(400);
}

/** A notification with the same tag replaces the one that is shown. At most 32 characters, as a topic has. */
function toTag({ idempotencyKey }: AlertMessage): string {
  return createHash('sha256').update(idempotencyKey).digest('base64url').slice(0, 32);
}
