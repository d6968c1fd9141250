import type { AnswerOf, HostCalls } from '../../../shared/contract/index.ts';
import { fail, ok, type Result } from '../../../shared/lib/result.ts';
import type { ChannelConfig } from '../../../shared/settings/channel-schema.ts';
import { messages } from '../../messages.ts';

/** The kinds that one line describes; the others are entered in settings.json. */
export const addableKinds = ['slack', 'discord', 'teams', 'ntfy', 'telegram', 'webhook'] as const;
export type AddableKind = (typeof addableKinds)[number];

/** A new channel, off, with a name that none has. `place` is a topic, a chat or an address, where the kind has one. */
export function createChannel(
  kind: AddableKind,
  place: string,
  channels: readonly Pick<ChannelConfig, 'id'>[],
): Result<ChannelConfig> {
  const common = {
    id: findId(kind, channels),
    isOn: false,
    redact: { names: false, paths: true, money: false },
    ...{ allowsPrivate: false, maxPerHour: 20 },
  };
  const typed = place.trim();
  switch (kind) {
    case 'slack':
    case 'discord':
    case 'teams':
      return ok({ kind, ...common });
    case 'ntfy':
      if (!/^[-_A-Za-z0-9]{1,64}$/.test(typed)) return fail(messages.settings.channels.badPlace.ntfy);
      return ok({ kind, ...common, server: 'https://ntfy.sh', topic: typed });
    case 'telegram':
      if (!/^(-?\d{1,20}|@\w{1,64})$/.test(typed)) return fail(messages.settings.channels.badPlace.telegram);
      return ok({ kind, ...common, server: 'https://api.telegram.org', chat: typed });
    case 'webhook':
      if (!/^https?:\/\/[^\s@]+$/i.test(typed)) return fail(messages.settings.channels.badPlace.webhook);
      return ok({ kind, ...common, url: typed, template: null });
  }
}

/** How a test ended, in a sentence; null: nobody knows. */
export function describeTest(id: string, result: AnswerOf<HostCalls, 'testChannel'> | null): string {
  if (result === null) return messages.common.noAnswer;
  return result.ok
    ? messages.alerts.tested(id)
    : messages.alerts.notTested(id, messages.failures.channel(result.error));
}

function findId(kind: string, channels: readonly Pick<ChannelConfig, 'id'>[]): string {
  const isFree = (id: string): boolean => channels.every((channel) => channel.id !== id);
  if (isFree(kind)) return kind;
  let number = 2;
  while (!isFree(`${kind}-${number}`)) number += 1;
  return `${kind}-${number}`;
}
