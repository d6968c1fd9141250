import type { MessageChannel } from '../../../shared/ports/message-channel.ts';
import type { ChannelConfig } from '../../../shared/settings/channel-schema.ts';
import type { ChannelTools } from './channel-tools.ts';
import type { PostOptions } from './http/post.ts';

/** Builds a channel from its settings and its secret. */
export type LoadChannel = (config: ChannelConfig, secret: string | null) => Promise<MessageChannel>;

/**
 * Builds the loader. The code of a kind of channel, and of everything that can open a connection, is loaded when the first
 * alert is to be sent there, and not before.
 */
export function createChannelLoader(options: PostOptions): LoadChannel {
  return async (config, secret) => {
    const { nowMs, lookup, timeoutMs } = options;
    const more = { ...(lookup && { lookup }), ...(timeoutMs !== undefined && { timeoutMs }) };
    if (config.kind === 'command') {
      const { createCommandChannel } = await import('./command/command-channel.ts');
      return createCommandChannel(config, more);
    }
    const { createPost } = await import('./http/post.ts');
    return loadRemote(config, secret, { post: createPost(options), nowMs, ...more });
  };
}

async function loadRemote(
  config: Exclude<ChannelConfig, { readonly kind: 'command' }>,
  secret: string | null,
  tools: ChannelTools,
): Promise<MessageChannel> {
  switch (config.kind) {
    case 'webhook':
      return (await import('./webhook/webhook-channel.ts')).createWebhookChannel(config, secret, tools);
    case 'slack':
      return (await import('./slack/slack-channel.ts')).createSlackChannel(config, secret, tools);
    case 'discord':
      return (await import('./discord/discord-channel.ts')).createDiscordChannel(config, secret, tools);
    case 'teams':
      return (await import('./teams/teams-channel.ts')).createTeamsChannel(config, secret, tools);
    case 'ntfy':
      return (await import('./ntfy/ntfy-channel.ts')).createNtfyChannel(config, secret, tools);
    case 'telegram':
      return (await import('./telegram/telegram-channel.ts')).createTelegramChannel(config, secret, tools);
    case 'web-push':
      return (await import('./web-push/web-push-channel.ts')).createWebPushChannel(config, secret, tools);
    case 'email':
      return (await import('./email/email-channel.ts')).createEmailChannel(config, secret, tools);
  }
}
