import { parse } from 'valibot';
import { describe, expect, it } from 'vitest';
import { channelsSchema, maxChannels } from '../../../../../shared/settings/channel-schema.ts';
import { createPushClient } from '../../../../support/push-client.ts';
import { createServerUnderTest } from '../../../../support/server-app.ts';

const json = { 'Content-Type': 'application/json' };

function setUp() {
  const server = createServerUnderTest();
  const post = async (path: string, body: unknown, headers: Readonly<Record<string, string>>) =>
    server.ask(path, { method: 'POST', headers: { ...json, ...headers }, body: JSON.stringify(body) });
  return { ...server, post, reader: server.authorize('read') };
}

describe('alerts on a browser', () => {
  it('need its token, on this machine, too', async () => {
    const { ask, post, authorize } = setUp();
    const { subscription } = createPushClient();
    const statuses = await Promise.all([
      ask('/api/push'),
      ask('/api/push', { headers: authorize('ingest') }),
      post('/api/push/subscribe', subscription, {}),
      post('/api/push/unsubscribe', {}, {}),
    ]);
    expect(statuses.map(({ status }) => status)).toEqual([401, 403, 401, 401]);
  });

  it('come and go as it says, with a line in the audit log', async () => {
    const { ask, post, reader, audit, push } = setUp();
    const state = async () => (await (await ask('/api/push', { headers: reader })).json()) as object;
    expect(await state()).toMatchObject({
      isSubscribed: false,
      publicKey: expect.stringMatching(/^[\w-]{87}$/) as string,
    });
    const subscribed = await post('/api/push/subscribe', createPushClient().subscription, reader);
    expect([subscribed.status, subscribed.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(await state()).toMatchObject({ isSubscribed: true });
    expect(push.channels()).toMatchObject([{ kind: 'web-push', isOn: true }]);
    await post('/api/push/unsubscribe', null, reader);
    expect(await state()).toMatchObject({ isSubscribed: false });
    expect(audit.filter((line) => line.includes('/api/push/'))).toHaveLength(2);
  });

  it.each([
    ['nothing', null],
    ['an address without TLS', { ...createPushClient('http://fcm.googleapis.com/1').subscription }],
    ['a host of no push service', createPushClient('https://push.example/send/1').subscription],
    ['no address', { ...createPushClient().subscription, endpoint: 'file:///etc/passwd' }],
    ['keys that are none', { ...createPushClient().subscription, keys: { p256dh: 'x', auth: 'y' } }],
  ])('are not sent to %s', async (_name, body) => {
    const { post, reader, push } = setUp();
    expect((await post('/api/push/subscribe', body, reader)).status).toBe(422);
    expect(push.channels()).toEqual([]);
  });

  it('are not sent where the request is too large', async () => {
    const { post, reader } = setUp();
    const body = { ...createPushClient().subscription, more: 'x'.repeat(10_000) };
    expect((await post('/api/push/subscribe', body, reader)).status).toBe(413);
  });

  it('are refused with a reason where as many channels as possible get them', async () => {
    const { post, reader, push } = setUp();
    const channels = Array.from({ length: maxChannels }, (_, index) => ({
      kind: 'ntfy',
      id: `n${index}`,
      topic: 'fuel',
    }));
    push.setChannels(parse(channelsSchema, channels));
    const response = await post('/api/push/subscribe', createPushClient().subscription, reader);
    expect([response.status, await response.json()]).toMatchObject([409, { error: { kind: 'full' } }]);
  });
});
