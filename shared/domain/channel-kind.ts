/** What holds for every channel of a kind. */
interface ChannelTraits {
  readonly needsSecret: boolean;
  /** Its receiver drops a second message with the same idempotency key. */
  readonly isIdempotent: boolean;
}

/** Every kind of channel to another program or machine. */
export const channelKinds = {
  // Unless its settings say so: few receivers look at the id.
  webhook: { needsSecret: false, isIdempotent: false },
  slack: { needsSecret: true, isIdempotent: false },
  discord: { needsSecret: true, isIdempotent: false },
  teams: { needsSecret: true, isIdempotent: false },
  ntfy: { needsSecret: false, isIdempotent: false },
  telegram: { needsSecret: true, isIdempotent: false },
  email: { needsSecret: false, isIdempotent: false },
  // A repeated alert replaces the one that is shown.
  'web-push': { needsSecret: true, isIdempotent: true },
  command: { needsSecret: false, isIdempotent: false },
} as const satisfies Readonly<Record<string, ChannelTraits>>;

export type ChannelKind = keyof typeof channelKinds;
