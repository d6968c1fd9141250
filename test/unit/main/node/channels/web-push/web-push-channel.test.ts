import { createPublicKey, verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { PostRequest } from '../../../../../../main/node/channels/http/post.ts';
import { createChannelLoader } from '../../../../../../main/node/channels/load-channel.ts';
import { createVapidKeys } from '../../../../../../main/node/channels/web-push/vapid.ts';
import { createWebPushChannel } from '../../../../../../main/node/channels/web-push/web-push-channel.ts';
import type { AlertMessage } from '../../../../../../shared/ports/message-channel.ts';
import type { PushSecret } from '../../../../../../shared/settings/push-secret.ts';
import { createPushClient, type PushClient } from '../../../../../support/push-client.ts';
import { reply, startWebServer } from '../../../../../support/servers/web-server.ts';

const nowMs = Date.parse('2026-05-01T12:00:00Z');
const redact = { names: false, paths: true, money: false };
const config = { kind: 'web-push', id: 'phone-1', isOn: true, redact, allowsPrivate: false, maxPerHour: 20 } as const;
const vapid = await createVapidKeys();
const message: AlertMessage = {
  idempotencyKey: 'abc-1',
  raisedAtMs: nowMs,
  kind: 'threshold',
  source: 'codex',
  notice: { title: 'Codex: 5-hour limit at 76%', body: 'Passed 75% — “shop”.' },
  facts: {},
};

function toSecret({ subscription: { endpoint, keys } }: PushClient): string {
  return JSON.stringify({ endpoint, ...keys, vapid } satisfies PushSecret);
}

/** The claims of a token that this public key has signed. */
function readClaims(authorization: string): object {
  const [, header, claims, signature, key] = /^vapid t=(.+)\.(.+)\.(.+), k=(.+)$/.exec(authorization) ?? [];
  const point = Buffer.from(key!, 'base64url');
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((part) => part.toString('base64url'));
  const publicKey = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x: x!, y: y! }, format: 'jwk' });
  const options = { key: publicKey, dsaEncoding: 'ieee-p1363' as const };
  expect(verify('sha256', Buffer.from(`${header}.${claims}`), options, Buffer.from(signature!, 'base64url'))).toBe(
    true,
  );
  return JSON.parse(Buffer.from(claims!, 'base64url').toString('utf8')) as object;
}

async function sendOn(client: PushClient, more: Partial<AlertMessage> = {}): Promise<PostRequest> {
  const posted: PostRequest[] = [];
  const post = async (request: PostRequest) => {
    posted.push(request);
    return { kind: 'sent' as const };
  };
  const channel = createWebPushChannel(config, toSecret(client), { post, nowMs: () => nowMs });
  expect(await channel.send({ ...message, ...more })).toEqual({ kind: 'sent' });
  return posted[0]!;
}

describe('web push', () => {
  it('reaches a push service, which learns nothing, and the browser, which reads it', async () => {
    const { address, received } = await startWebServer();
    const client = createPushClient(`${address}/send/1`);
    const load = createChannelLoader({ nowMs: () => nowMs, timeoutMs: 60_000 });
    const channel = await load(config, toSecret(client));
    expect(await channel.send(message)).toEqual({ kind: 'sent' });
    const [{ path, headers, bytes }] = received as [(typeof received)[number]];
    expect(path).toBe('/send/1');
    expect(headers).toMatchObject({ 'content-encoding': 'aes128gcm', ttl: '43200', urgency: 'high' });
    expect(headers['topic']).toMatch(/^[A-Za-z0-9_-]{32}$/);
    expect(bytes.toString('latin1')).not.toContain('Codex');
    expect(JSON.parse(client.decrypt(bytes))).toEqual({ ...message.notice, tag: headers['topic'] });
    const claims = readClaims(headers['authorization']!);
    expect(claims).toMatchObject({ aud: address, exp: nowMs / 1_000 + 12 * 3_600 });
  });

  it('sends the same alert again under the same topic, so that it is shown once', async () => {
    const client = createPushClient();
    const [first, again, other] = [
      await sendOn(client),
      await sendOn(client),
      await sendOn(client, { idempotencyKey: 'abc-2' }),
    ].map(({ headers }) => headers?.['topic']);
    expect(again).toBe(first);
    expect(other).not.toBe(first);
  });

  it('cuts what is longer than a service takes', async () => {
    const client = createPushClient();
    const notice = { title: 'ä'.repeat(1_000), body: '"\u0001漢'.repeat(3_000) };
    const { body } = await sendOn(client, { notice });
    expect(body.length).toBeLessThanOrEqual(4_096);
    const shown = JSON.parse(client.decrypt(body as Buffer)) as typeof notice;
    expect([shown.title.length, notice.body.startsWith(shown.body)]).toEqual([200, true]);
  });

  it.each([null, 'not JSON', '{}', toSecret(createPushClient()).replace(/"p256dh":"./, '"p256dh":"A')])(
    'asks to subscribe again where its secret is of no use: %s',
    async (secret) => {
      const channel = createWebPushChannel(config, secret, { post: () => expect.unreachable(), nowMs: () => nowMs });
      expect(await channel.send(message)).toMatchObject({ failure: { kind: 'no-secret' }, retry: 'never' });
    },
  );

  it('gives up where the browser has unsubscribed', async () => {
    const { address } = await startWebServer(reply(410));
    const load = createChannelLoader({ nowMs: () => nowMs, timeoutMs: 60_000 });
    const channel = await load(config, toSecret(createPushClient(`${address}/gone`)));
    expect(await channel.send(message)).toMatchObject({ failure: { kind: 'refused', status: 410 }, retry: 'never' });
  });
});
