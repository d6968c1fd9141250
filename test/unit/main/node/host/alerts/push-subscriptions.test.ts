import { parse } from 'valibot';
import { describe, expect, it } from 'vitest';
import { parsePushSecret } from '../../../../../../shared/settings/push-secret.ts';
import { channelsSchema } from '../../../../../../shared/settings/channel-schema.ts';
import { createMemoryPush } from '../../../../../support/memory-push.ts';
import { createPushClient } from '../../../../../support/push-client.ts';

describe('the push subscriptions', () => {
  it('makes its keys once, also when two ask at the same time', async () => {
    const { subscriptions, secrets } = createMemoryPush();
    const [first, second] = await Promise.all([subscriptions.publicKey(), subscriptions.publicKey()]);
    expect(second).toEqual(first);
    expect([...secrets.keys()]).toEqual(['web-push-keys']);
  });

  it('adds one channel for each device, with all it takes as its secret', async () => {
    const { subscriptions, secrets, channels } = createMemoryPush();
    const client = createPushClient();
    await Promise.all([
      subscriptions.subscribe('aaa', createPushClient().subscription),
      subscriptions.subscribe('bbb', client.subscription),
    ]);
    await subscriptions.subscribe('aaa', client.subscription);
    expect(parse(channelsSchema, channels()).map(({ id }) => id)).toEqual(['phone-bbb', 'phone-aaa']);
    const key = await subscriptions.publicKey();
    expect(parsePushSecret(secrets.get('phone-aaa') ?? null)).toMatchObject({
      endpoint: client.subscription.endpoint,
      vapid: { publicKey: key.ok ? key.value : null },
    });
    expect(JSON.stringify(channels())).not.toContain('push.services');
    expect([subscriptions.isSubscribed('aaa'), subscriptions.isSubscribed('ccc')]).toEqual([true, false]);
  });

  it('keeps what the person has chosen for a device when it subscribes again', async () => {
    const { subscriptions, channels, setChannels } = createMemoryPush();
    await subscriptions.subscribe('aaa', createPushClient().subscription);
    const redact = { names: true, paths: true, money: true };
    setChannels(channels().map((channel) => ({ ...channel, redact, isOn: false })));
    expect(subscriptions.isSubscribed('aaa')).toBe(false);
    await subscriptions.subscribe('aaa', createPushClient().subscription);
    expect(channels()).toMatchObject([{ id: 'phone-aaa', redact, isOn: true }]);
  });

  it('forgets a device that wants no more, and those whose token is gone, and no other channel', async () => {
    const { subscriptions, secrets, channels, setChannels } = createMemoryPush();
    const ntfy = parse(channelsSchema, [{ kind: 'ntfy', id: 'phone-x', topic: 'fuel' }]);
    setChannels(ntfy);
    for (const id of ['aaa', 'bbb', 'ccc']) await subscriptions.subscribe(id, createPushClient().subscription);
    expect([await subscriptions.unsubscribe('aaa'), await subscriptions.unsubscribe('aaa')]).toEqual([true, false]);
    await subscriptions.keepOnly(new Set(['ccc']));
    expect(channels().map(({ id }) => id)).toEqual(['phone-x', 'phone-ccc']);
    expect([...secrets.keys()].toSorted()).toEqual(['phone-ccc', 'web-push-keys']);
  });

  it('forgets a device that its push service no longer knows, and not one that has subscribed again', async () => {
    const { subscriptions, secrets, channels } = createMemoryPush();
    await subscriptions.subscribe('aaa', createPushClient().subscription);
    const first = secrets.get('phone-aaa') ?? null;
    await subscriptions.subscribe('aaa', createPushClient().subscription);
    await subscriptions.forget('phone-aaa', first);
    expect(channels()).toHaveLength(1);
    await subscriptions.forget('phone-aaa', secrets.get('phone-aaa') ?? null);
    await subscriptions.forget('phone-aaa', null);
    expect([channels(), [...secrets.keys()]]).toEqual([[], ['web-push-keys']]);
  });

  it('keeps nothing of a device for which there is no place, and what another one has', async () => {
    const { subscriptions, secrets, channels } = createMemoryPush();
    const ids = Array.from({ length: 12 }, (_, index) => `t${index}`);
    for (const id of ids) await subscriptions.subscribe(id, createPushClient().subscription);
    const kept = [...secrets.keys()];
    expect(kept).toHaveLength(13);
    for (const id of ['more', 'still-more']) {
      expect(await subscriptions.subscribe(id, createPushClient().subscription)).toEqual({ ok: false, error: 'full' });
    }
    expect([channels().length, [...secrets.keys()]]).toEqual([12, kept]);
    expect((await subscriptions.subscribe('t3', createPushClient().subscription)).ok).toBe(true);
  });

  it('says that nothing can be kept', async () => {
    const { subscriptions, lock, channels } = createMemoryPush();
    lock();
    expect(await subscriptions.publicKey()).toEqual({ ok: false, error: 'not-written' });
    expect((await subscriptions.subscribe('aaa', createPushClient().subscription)).ok).toBe(false);
    expect(channels()).toEqual([]);
  });
});
