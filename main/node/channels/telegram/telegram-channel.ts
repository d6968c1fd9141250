import { failFor, type MessageChannel } from '../../../../shared/ports/message-channel.ts';
import type { ChannelConfigOf } from '../../../../shared/settings/channel-schema.ts';
import type { ChannelTools } from '../channel-tools.ts';

/**
 * Builds the channel that lets a bot of the person's own write to a chat of Telegram
 * (https://core.telegram.org/bots/api#sendmessage). The bot's token is the secret; it is a part of the address.
 */
export function createTelegramChannel(
  { server, chat, allowsPrivate }: ChannelConfigOf<'telegram'>,
  secret: string | null,
  { post }: ChannelTools,
): MessageChannel {
  return {
    async send({ notice }) {
      if (secret === null) return failFor({ kind: 'no-secret' });
      if (!/^[\w:-]+$/.test(secret)) return failFor({ kind: 'bad-address' });
      return post({
        address: `${server.replace(/\/+$/, '')}/bot${secret}/sendMessage`,
        headers: { 'content-type': 'application/json' },
        // Without a parse mode, the text is text.
        body: JSON.stringify({ chat_id: chat, text: `${notice.title}\n${notice.body}` }),
        allowsPrivate,
      });
    },
  };
}
