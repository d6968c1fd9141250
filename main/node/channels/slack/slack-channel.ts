import { failFor, type MessageChannel } from '../../../../shared/ports/message-channel.ts';
import type { ChannelConfigOf } from '../../../../shared/settings/channel-schema.ts';
import type { ChannelTools } from '../channel-tools.ts';

/**
 * Builds the channel that posts to an incoming webhook of Slack, whose address is the secret
 * (https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks).
 */
export function createSlackChannel(
  { allowsPrivate }: ChannelConfigOf<'slack'>,
  secret: string | null,
  { post }: ChannelTools,
): MessageChannel {
  return {
    async send({ notice }) {
      if (secret === null) return failFor({ kind: 'no-secret' });
      const body = JSON.stringify({ text: `*${escape(notice.title)}*\n${escape(notice.body)}`, unfurl_links: false });
      return post({ address: secret, headers: { 'content-type': 'application/json' }, body, allowsPrivate });
    },
  };
}

/** Slack's three control characters; everything else is text. */
function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
