import { fail, ok, type Result } from '../../../../shared/lib/result.ts';
import type { SecretStore } from '../../../../shared/ports/secret-store.ts';
import { parseVapid, type PushSecret, type PushSubscription } from '../../../../shared/settings/push-secret.ts';
import { maxChannels, type ChannelConfig } from '../../../../shared/settings/channel-schema.ts';
import type { SettingsStore } from '../../../../shared/settings/settings-store.ts';
import type { ChangeSettings } from '../settings/change-settings.ts';

/** Browsers that get alerts by push: one channel for each token, which is one device. */
export interface PushSubscriptions {
  /** What a browser subscribes with. The keys are made at the first call. Fails where they cannot be kept. */
  publicKey(): Promise<Result<string, 'not-written'>>;
  /** Sends alerts to a browser from now on; another one with the same token is replaced. `full`: no more channels fit. */
  subscribe(tokenId: string, subscription: PushSubscription): Promise<Result<null, 'not-written' | 'full'>>;
  /** Sends it no more alerts; false if it got none. */
  unsubscribe(tokenId: string): Promise<boolean>;
  isSubscribed(tokenId: string): boolean;
  /** Removes the browser of a channel that its push service no longer knows, unless it has subscribed again meanwhile. */
  forget(channelId: string, secret: string | null): Promise<void>;
  /** Forgets every browser whose token is not among these. */
  keepOnly(tokenIds: ReadonlySet<string>): Promise<void>;
}

const keysId = 'web-push-keys';
const prefix = 'phone-';

/** Builds it. The endpoint and the keys of a browser are the secret of its channel. */
export function createPushSubscriptions(options: {
  readonly settings: Pick<SettingsStore, 'get'>;
  readonly changeSettings: ChangeSettings;
  readonly secrets: SecretStore;
}): PushSubscriptions {
  const { settings, changeSettings, secrets } = options;
  const list = (): readonly ChannelConfig[] => settings.get().alertChannels;
  const find = (tokenId: string) => list().find(({ id }) => id === prefix + tokenId);
  const readKeys = async () => {
    const kept = parseVapid(await secrets.read(keysId));
    if (kept !== null) return ok(kept);
    const { createVapidKeys } = await import('../../channels/web-push/vapid.ts');
    const made = await createVapidKeys();
    const written = await secrets.write(keysId, JSON.stringify(made));
    return written.ok ? ok(made) : fail('not-written' as const);
  };
  const inTurn = createTurns();
  const remove = async (ids: readonly string[]): Promise<void> => {
    await changeSettings({ alertChannels: list().filter(({ id }) => !ids.includes(id)) });
    for (const id of ids) await secrets.write(id, null);
  };
  return {
    publicKey: () => inTurn(readKeys).then((keys) => (keys.ok ? ok(keys.value.publicKey) : keys)),
    subscribe: (tokenId, { endpoint, keys: { p256dh, auth } }) =>
      inTurn(async () => {
        const id = prefix + tokenId;
        const others = list().filter((each) => each.id !== id);
        if (others.length >= maxChannels) return fail('full');
        const keys = await readKeys();
        if (!keys.ok) return keys;
        const secret: PushSecret = { endpoint, p256dh, auth, vapid: keys.value };
        if (!(await secrets.write(id, JSON.stringify(secret))).ok) return fail('not-written');
        const channel = { ...toChannel(id), ...find(tokenId), isOn: true };
        const changed = await changeSettings({ alertChannels: [...others, channel] });
        // Nothing would ever remove the secret of a channel that is not there.
        if (!changed.ok && find(tokenId) === undefined) await secrets.write(id, null);
        return changed.ok ? ok(null) : fail('not-written');
      }),
    unsubscribe: (tokenId) =>
      inTurn(async () => {
        if (find(tokenId) === undefined) return false;
        await remove([prefix + tokenId]);
        return true;
      }),
    isSubscribed: (tokenId) => find(tokenId)?.isOn === true,
    forget: (channelId, secret) =>
      inTurn(async () => {
        if (list().some(({ id }) => id === channelId) && (await secrets.read(channelId)) === secret) {
          await remove([channelId]);
        }
      }),
    keepOnly: (tokenIds) =>
      inTurn(async () => {
        const gone = list().filter((channel) => isOfNobody(channel, tokenIds));
        if (gone.length > 0) await remove(gone.map(({ id }) => id));
      }),
  };
}

/** Runs changes one at a time: each builds on the result of the last. */
function createTurns() {
  let last: Promise<unknown> = Promise.resolve();
  return <Value>(work: () => Promise<Value>): Promise<Value> => {
    const result = last.then(work);
    last = result.catch(() => undefined);
    return result;
  };
}

/** Whether a channel belongs to a browser whose token is gone. */
function isOfNobody({ kind, id }: ChannelConfig, tokenIds: ReadonlySet<string>): boolean {
  return kind === 'web-push' && id.startsWith(prefix) && !tokenIds.has(id.slice(prefix.length));
}

/** Other people may see a phone: amounts and names stay, as on its own page; folders do not. */
function toChannel(id: string): ChannelConfig {
  const redact = { names: false, paths: true, money: false };
  return { kind: 'web-push', id, isOn: true, redact, allowsPrivate: false, maxPerHour: 20 };
}
