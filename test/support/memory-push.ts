import { is } from 'valibot';
import { createPushSubscriptions, type PushSubscriptions } from '../../main/node/host/alerts/push-subscriptions.ts';
import { fail, ok } from '../../shared/lib/result.ts';
import { channelsSchema } from '../../shared/settings/channel-schema.ts';
import { defaultSettings } from '../../shared/settings/defaults.ts';
import type { Settings } from '../../shared/settings/schema.ts';

/** Push subscriptions on settings and secrets in memory. */
export interface MemoryPush {
  readonly subscriptions: PushSubscriptions;
  readonly secrets: ReadonlyMap<string, string>;
  channels(): Settings['alertChannels'];
  /** Somebody else has changed the channels. */
  setChannels(channels: Settings['alertChannels']): void;
  /** Nothing can be written from now on. */
  lock(): void;
}

export function createMemoryPush(): MemoryPush {
  const secrets = new Map<string, string>();
  let settings: Settings = defaultSettings;
  let isLocked = false;
  const subscriptions = createPushSubscriptions({
    settings: { get: () => settings },
    async changeSettings(patch) {
      if (!is(channelsSchema, patch.alertChannels)) return fail({ kind: 'not-written' });
      settings = { ...settings, ...patch };
      return ok(settings);
    },
    secrets: {
      read: async (id) => secrets.get(id) ?? null,
      find: async () => null,
      async write(id, secret) {
        if (isLocked) return fail('not-written');
        if (secret === null) secrets.delete(id);
        else secrets.set(id, secret);
        return ok(null);
      },
    },
  });
  return {
    subscriptions,
    secrets,
    channels: () => settings.alertChannels,
    setChannels: (alertChannels) => void (settings = { ...settings, alertChannels }),
    lock: () => void (isLocked = true),
  };
}
