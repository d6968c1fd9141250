import * as v from 'valibot';
import { channelKinds } from '../domain/channel-kind.ts';
import type { ValueRule } from '../domain/call-failure.ts';

const shortText = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(300));
/** An address without a user name or password: those are secrets, which settings never hold. */
const webAddress = v.pipe(v.string(), v.trim(), v.maxLength(2_000), v.regex(/^[hH][tT][tT][pP][sS]?:\/\/[^\s@]+$/));
/** One address, or `Name <address>`; line breaks would add headers. */
const mailAddress = v.pipe(v.string(), v.trim(), v.maxLength(300), v.regex(/^[^\r\n\v\f,;]*[^\s,;]@[^\s,;]+$/));

/** What a channel must not reveal. */
const redactionSchema = v.strictObject({
  /** Names of projects and accounts. */
  names: v.optional(v.boolean(), false),
  /** Folders; where names may be shown, the last part of a folder stays. */
  paths: v.optional(v.boolean(), true),
  /** Amounts of money. */
  money: v.optional(v.boolean(), false),
});

const commonEntries = {
  /** Names the channel, its secret and its history. */
  id: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,39}$/)),
  isOn: v.optional(v.boolean(), false),
  redact: v.optional(redactionSchema, { names: false, paths: true, money: false }),
  /** Whether it may reach private addresses, such as a server at home. */
  allowsPrivate: v.optional(v.boolean(), false),
  /** More alerts than this wait for the next hour. */
  maxPerHour: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(120)), 20),
};

/** A channel to another program or machine. Its secret, if it has one, is in the secret store under its id. */
export const channelSchema = v.variant('kind', [
  v.strictObject({
    kind: v.literal('webhook'),
    ...commonEntries,
    url: webAddress,
    /** JSON with places such as `{{title}}`; null sends everything. The secret signs what is sent. */
    template: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(10_000))), null),
    /** The receiver drops a second copy by its `id`, so that one may be sent when the fate of the first is unknown. */
    dropsCopies: v.exactOptional(v.boolean()),
  }),
  // The secret is the address of the incoming webhook.
  v.strictObject({ kind: v.literal('slack'), ...commonEntries }),
  v.strictObject({ kind: v.literal('discord'), ...commonEntries }),
  v.strictObject({ kind: v.literal('teams'), ...commonEntries }),
  // The secret is an access token, where the topic needs one.
  v.strictObject({
    kind: v.literal('ntfy'),
    ...commonEntries,
    server: v.optional(webAddress, 'https://ntfy.sh'),
    topic: v.pipe(v.string(), v.regex(/^[-_A-Za-z0-9]{1,64}$/)),
  }),
  // The secret is the bot's token.
  v.strictObject({
    kind: v.literal('telegram'),
    ...commonEntries,
    server: v.optional(webAddress, 'https://api.telegram.org'),
    chat: v.pipe(v.string(), v.trim(), v.regex(/^(-?\d{1,20}|@\w{1,64})$/)),
  }),
  // The secret is the password, where there is a user.
  v.strictObject({
    kind: v.literal('email'),
    ...commonEntries,
    host: v.pipe(v.string(), v.trim(), v.regex(/^[\w.:-]{1,255}$/)),
    port: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(65_535)),
    /** `none` is for a server on this machine only. */
    security: v.optional(v.picklist(['tls', 'starttls', 'none']), 'starttls'),
    user: v.optional(v.nullable(shortText), null),
    from: mailAddress,
    to: mailAddress,
  }),
  // The secret is the browser's subscription, which the dashboard makes.
  v.strictObject({ kind: v.literal('web-push'), ...commonEntries }),
  // Only settings.json can say which program: see `main/node/host/settings/keep-commands.ts`.
  v.strictObject({
    kind: v.literal('command'),
    ...commonEntries,
    /** Absolute path. It gets JSON on its standard input and runs without a shell. */
    program: v.pipe(v.string(), v.nonEmpty(), v.maxLength(1_000), v.regex(/^(\/|[A-Za-z]:[\\/]|\\\\)/)),
    args: v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(1_000))), v.maxLength(30)), []),
  }),
]);

/** There can be as many channels as this. */
export const maxChannels = 12;

/** All channels; each id once. */
export const channelsSchema = v.pipe(
  v.array(channelSchema),
  v.maxLength(maxChannels),
  v.check((channels) => new Set(channels.map(({ id }) => id)).size === channels.length, 'same-id' satisfies ValueRule),
);

export type ChannelConfig = v.InferOutput<typeof channelSchema>;
export type ChannelConfigOf<Kind extends ChannelConfig['kind']> = Extract<ChannelConfig, { readonly kind: Kind }>;

/**
 * Whether the receiver recognizes a second copy of an alert, so that it may be sent again when the fate of the first is
 * unknown.
 */
export function dropsCopies(config: ChannelConfig): boolean {
  return config.kind === 'webhook' ? config.dropsCopies === true : channelKinds[config.kind].isIdempotent;
}
