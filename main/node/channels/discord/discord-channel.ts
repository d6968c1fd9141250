import { failFor, type MessageChannel } from '../../../../shared/ports/message-channel.ts';
import type { ChannelConfigOf } from '../../../../shared/settings/channel-schema.ts';
import type { ChannelTools } from '../channel-tools.ts';

/** Discord's own limit. */
const maxLength = 2_000;

/**
 * Builds the channel that posts to a webhook of Discord, whose address is the secret
 * (https://docs.discord.com/developers/resources/webhook#execute-webhook). Nobody is mentioned, whatever the text says.
 */
export function createDiscordChannel(
  { allowsPrivate }: ChannelConfigOf<'discord'>,
  secret: string | null,
  { post }: ChannelTools,
): MessageChannel {
  return {
    async send({ notice }) {
      if (secret === null) return failFor({ kind: 'no-secret' });
      const content = `**${escape(notice.title)}**\n${escape(notice.body)}`.slice(0, maxLength);
      const body = JSON.stringify({ content, allowed_mentions: { parse: [] } });
      return post({ address: secret, headers: { 'content-type': 'application/json' }, body, allowsPrivate });
    },
  };
}

/** Markdown in a name of a project stays what it is: also a link behind other words, and a heading. */
function escape(text: string): string {
  return text.replace(/[\\*_~`|>[\]()#]/g, '\\$&');
}
