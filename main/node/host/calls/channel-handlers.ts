import { randomUUID } from 'node:crypto';
import type { ChannelStatus, Handlers, HostCalls } from '../../../../shared/contract/index.ts';
import type { AlertRecord } from '../../../../shared/domain/alert-record.ts';
import { channelKinds } from '../../../../shared/domain/channel-kind.ts';
import { fail, ok } from '../../../../shared/lib/result.ts';
import type { AlertMessage } from '../../../../shared/ports/message-channel.ts';
import type { SettingsStore } from '../../../../shared/settings/settings-store.ts';
import type { ChannelConfig } from '../../../../shared/settings/channel-schema.ts';
import type { LoadChannel } from '../../channels/load-channel.ts';
import type { AlertStores } from '../alerts/alert-stores.ts';
import { messages } from '../messages.ts';

/** What the calls are answered from. */
export interface ChannelHandlerParts {
  readonly settings: Pick<SettingsStore, 'get'>;
  readonly stores: AlertStores;
  readonly loadChannel: LoadChannel;
  readonly nowMs: () => number;
}

type ChannelCalls = Pick<HostCalls, 'alerts' | 'alertChannels' | 'testChannel' | 'setChannelSecret'>;

/** Answers the calls about alerts and channels, also in a host that raises none itself. */
export function createChannelHandlers(parts: ChannelHandlerParts): Handlers<ChannelCalls> {
  const { stores, nowMs } = parts;
  const list = (): readonly ChannelConfig[] => parts.settings.get().alertChannels;
  return {
    async alerts() {
      await stores.history.refresh();
      return { generatedAtMs: nowMs(), rows: stores.history.list() };
    },
    async alertChannels() {
      await stores.history.refresh();
      const rows = await Promise.all(list().map((config) => toStatus(config, stores)));
      return { generatedAtMs: nowMs(), rows };
    },
    async testChannel({ channel: id }) {
      const config = list().find((each) => each.id === id);
      if (config === undefined) return fail({ kind: 'bad-address' });
      const channel = await parts.loadChannel(config, await stores.secrets.read(id));
      const outcome = await channel.send(toTest(nowMs()));
      return outcome.kind === 'sent' ? ok(null) : fail(outcome.failure);
    },
    setChannelSecret: ({ channel, secret }) => stores.secrets.write(channel, secret),
  };
}

async function toStatus({ id, kind, isOn }: ChannelConfig, { history, secrets }: AlertStores): Promise<ChannelStatus> {
  const deliveries = history.list().flatMap((record) => findDelivery(record, id));
  const [newest] = deliveries.filter(({ state }) => state !== 'dropped').sort((a, b) => b.atMs - a.atMs);
  return {
    id,
    isOn,
    needsSecret: channelKinds[kind].needsSecret,
    secret: await secrets.find(id),
    waiting: deliveries.filter(({ state }) => state === 'waiting').length,
    failure: newest?.failure ?? null,
  };
}

function findDelivery({ deliveries }: AlertRecord, id: string): AlertRecord['deliveries'] {
  return deliveries.filter(({ channel }) => channel === id);
}

function toTest(nowMs: number): AlertMessage {
  return {
    idempotencyKey: `test-${randomUUID()}`,
    raisedAtMs: nowMs,
    kind: 'test',
    source: null,
    notice: messages.alerts.test,
    facts: {},
  };
}
