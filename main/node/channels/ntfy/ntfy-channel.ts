import { failFor, type MessageChannel } from '../../../../shared/ports/message-channel.ts';
import type { ChannelConfigOf } from '../../../../shared/settings/channel-schema.ts';
import type { ChannelTools } from '../channel-tools.ts';

/** Builds the channel that publishes to a topic of an ntfy server as JSON (https://docs.ntfy.sh/publish/#publish-as-json). */
export function createNtfyChannel(
  { server, topic, allowsPrivate }: ChannelConfigOf<'ntfy'>,
  secret: string | null,
  { post }: ChannelTools,
): MessageChannel {
  return {
    async send({ notice }) {
      // A token with other characters is invalid: a header cannot contain them.
      if (secret !== null && !/^[\x21-\x7E]+$/.test(secret)) return failFor({ kind: 'bad-address' });
      return post({
        address: server,
        headers: {
          'content-type': 'application/json',
          ...(secret !== null && { authorization: toBearer(secret) }),
        },
        body: JSON.stringify({ topic, title: notice.title, message: notice.body }),
        allowsPrivate,
      });
    },
  };
}

/** RFC 6750. */
function toBearer(token: string): string {
  return ['Bearer', token].join(' ');
}
