import type { AnswerOf, HostCalls } from '../../../../shared/contract/index.ts';
import { fail, ok, type Result } from '../../../../shared/lib/result.ts';
import type { ChannelConfig } from '../../../../shared/settings/channel-schema.ts';
import { messages } from '../../../messages.ts';

/** The kinds that one line describes; a program to run is entered in settings.json, where no page can enter it. */
export const addableKinds = ['slack', 'discord', 'teams', 'ntfy', 'telegram', 'webhook', 'email'] as const;
export type AddableKind = (typeof addableKinds)[number];

/** A new channel, off, with an unused id. `place` is a topic, a chat or an address, where the kind has one. */
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
    case 'email':
      return createEmail(common, typed);
    case 'webhook':
      if (!/^https?:\/\/[^\s@]+$/i.test(typed)) return fail(messages.settings.channels.badPlace.webhook);
      return ok({ kind, ...common, url: typed, template: null });
  }
}

/** An address to write to, and the server that takes the mail: `ada@example.com smtp.example.com:587`. */
function createEmail(
  common: Pick<ChannelConfig, 'id' | 'isOn' | 'redact' | 'allowsPrivate' | 'maxPerHour'>,
  typed: string,
): Result<ChannelConfig> {
  const match = /^([^\s,;@]+@[^\s,;@]+)\s+([\w.-]{1,255})(?::(\d{1,5}))?$/.exec(typed);
  const [, address = '', host = ''] = match ?? [];
  const port = Number(match?.[3] ?? 587);
  if (match === null || port < 1 || port > 65_535) return fail(messages.settings.channels.badPlace.email);
  const security = port === 465 ? 'tls' : 'starttls';
  return ok({ kind: 'email', ...common, host, port, security, user: address, from: address, to: address });
}

/** What a channel can leave out. */
export const redactions = ['names', 'paths', 'money'] as const;

/** The result of a test in a sentence; null: there was no answer. */
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
