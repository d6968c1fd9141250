import { parse } from 'valibot';
import { describe, expect, it } from 'vitest';
import { parsePushSecret } from '../../../../../shared/settings/push-secret.ts';
import { channelsSchema } from '../../../../../shared/settings/channel-schema.ts';
import { createMemoryPush } from '../../../../support/memory-push.ts';
import { createPushClient } from '../../../../support/push-client.ts';

describe('the desk of pushes', () => {
  it('makes its keys once, also when two ask at the same time', async () => {
    const { desk, secrets } = createMemoryPush();
    const [first, second] = await Promise.all([desk.publicKey(), desk.publicKey()]);
    expect(second).toEqual(first);
    expect([...secrets.keys()]).toEqual(['web-push-keys']);
  });

  it('adds one channel for each device, with all it takes as its secret', async () => {
    const { desk, secrets, channels } = createMemoryPush();
    const client = createPushClient();
    await Promise.all([
      desk.subscribe('aaa', createPushClient().subscription),
      desk.subscribe('bbb', client.subscription),
    ]);
    await desk.subscribe('aaa', client.subscription);
    expect(parse(channelsSchema, channels()).map(({ id }) => id)).toEqual(['phone-bbb', 'phone-aaa']);
    const key = await desk.publicKey();
    expect(parsePushSecret(secrets.get('phone-aaa') ?? null)).toMatchObject({
      endpoint: client.subscription.endpoint,
      vapid: { publicKey: key.ok ? key.value : null },
    });
    expect(JSON.stringify(channels())).not.toContain('push.services');
    expect([desk.isSubscribed('aaa'), desk.isSubscribed('ccc')]).toEqual([true, false]);
  });

  it('keeps what the person has chosen for a device when it subscribes again', async () => {
    const { desk, channels, setChannels } = createMemoryPush();
    await desk.subscribe('aaa', createPushClient().subscription);
    const redact = { names: true, paths: true, money: true };
    setChannels(channels().map((channel) => ({ ...channel, redact, isOn: false })));
    expect(desk.isSubscribed('aaa')).toBe(false);
    await desk.subscribe('aaa', createPushClient().subscription);
    expect(channels()).toMatchObject([{ id: 'phone-aaa', redact, isOn: true }]);
  });

  it('forgets a device that wants no more, and those whose token is gone, and no other channel', async () => {
    const { desk, secrets, channels, setChannels } = createMemoryPush();
    const ntfy = parse(channelsSchema, [{ kind: 'ntfy', id: 'phone-x', topic: 'fuel' }]);
    setChannels(ntfy);
    for (const id of ['aaa', 'bbb', 'ccc']) await desk.subscribe(id, createPushClient().subscription);
    expect([await desk.unsubscribe('aaa'), await desk.unsubscribe('aaa')]).toEqual([true, false]);
    await desk.keepOnly(new Set(['ccc']));
    expect(channels().map(({ id }) => id)).toEqual(['phone-x', 'phone-ccc']);
    expect([...secrets.keys()].toSorted()).toEqual(['phone-ccc', 'web-push-keys']);
  });

  it('forgets a device that its push service no longer knows, and not one that has subscribed again', async () => {
    const { desk, secrets, channels } = createMemoryPush();
    await desk.subscribe('aaa', createPushClient().subscription);
    const first = secrets.get('phone-aaa') ?? null;
    await desk.subscribe('aaa', createPushClient().subscription);
    await desk.forget('phone-aaa', first);
    expect(channels()).toHaveLength(1);
    await desk.forget('phone-aaa', secrets.get('phone-aaa') ?? null);
    await desk.forget('phone-aaa', null);
    expect([channels(), [...secrets.keys()]]).toEqual([[], ['web-push-keys']]);
  });

  it('keeps nothing of a device for which there is no place, and what another one has', async () => {
    const { desk, secrets, channels } = createMemoryPush();
    const ids = Array.from({ length: 12 }, (_, index) => `t${index}`);
    for (const id of ids) await desk.subscribe(id, createPushClient().subscription);
    const kept = [...secrets.keys()];
    expect(kept).toHaveLength(13);
    for (const id of ['more', 'still-more']) {
      expect(await desk.subscribe(id, createPushClient().subscription)).toEqual({ ok: false, error: 'full' });
    }
    expect([channels().length, [...secrets.keys()]]).toEqual([12, kept]);
    expect((await desk.subscribe('t3', createPushClient().subscription)).ok).toBe(true);
  });

  it('says that nothing can be kept', async () => {
    const { desk, lock, channels } = createMemoryPush();
    lock();
    expect(await desk.publicKey()).toEqual({ ok: false, error: 'not-written' });
    expect((await desk.subscribe('aaa', createPushClient().subscription)).ok).toBe(false);
    expect(channels()).toEqual([]);
  });
});
