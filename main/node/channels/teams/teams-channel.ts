import { failFor, type MessageChannel } from '../../../../shared/ports/message-channel.ts';
import type { ChannelConfigOf } from '../../../../shared/settings/channel-schema.ts';
import type { ChannelTools } from '../channel-tools.ts';

/**
 * Builds the channel that posts an Adaptive Card to a workflow of Microsoft Teams, whose address is the secret
 * (https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/add-incoming-webhook).
 */
export function createTeamsChannel(
  { allowsPrivate }: ChannelConfigOf<'teams'>,
  secret: string | null,
  { post }: ChannelTools,
): MessageChannel {
  return {
    async send({ notice }) {
      if (secret === null) return failFor({ kind: 'no-secret' });
      const body = JSON.stringify({ type: 'message', attachments: [toCard(notice.title, notice.body)] });
      return post({ address: secret, headers: { 'content-type': 'application/json' }, body, allowsPrivate });
    },
  };
}

function toCard(title: string, body: string) {
  const blocks = [
    { type: 'TextBlock', text: escape(title), weight: 'Bolder', wrap: true },
    { type: 'TextBlock', text: escape(body), wrap: true },
  ];
  return {
    contentType: 'application/vnd.microsoft.card.adaptive',
    contentUrl: null,
    content: {
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      type: 'AdaptiveCard',
      version: '1.4',
      body: blocks,
    },
  };
}

/** Cards read a part of Markdown. */
function escape(text: string): string {
  return text.replace(/[\\*_[\]()]/g, '\\$&');
}
