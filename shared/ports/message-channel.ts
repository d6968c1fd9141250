import type { AlertKind } from '../domain/alert-intent.ts';
import type { ChannelFailure } from '../domain/channel-failure.ts';
import type { SourceId } from '../domain/ids.ts';
import type { Notice } from './alert-channel.ts';

/** An alert as it leaves this machine: redacted as its channel asks. */
export interface AlertMessage {
  /** The same for every attempt to deliver this alert on this channel; two alerts never share one. */
  readonly idempotencyKey: string;
  /** When the alert was raised, UTC milliseconds. */
  readonly raisedAtMs: number;
  readonly notice: Notice;
  /** `test`: sent by a test button. */
  readonly kind: AlertKind | 'test';
  /** Null where the message is not about one agent. */
  readonly source: SourceId | null;
  /** The facts of the alert, plain JSON. */
  readonly facts: Readonly<Record<string, unknown>>;
}

/**
 * How an attempt ended. `retry` says whether another attempt may help: `unknown` means that the alert may have arrived,
 * so that a second attempt could deliver it twice.
 */
export type SendOutcome =
  | { readonly kind: 'sent' }
  | {
      readonly kind: 'failed';
      readonly failure: ChannelFailure;
      readonly retry: 'later' | 'never' | 'unknown';
      /** How long the server asks to wait, milliseconds; null when it does not say. */
      readonly retryAfterMs: number | null;
    };

/** Sends alerts to another program or machine. */
export interface MessageChannel {
  /** Makes one attempt. Never rejects for anything that the receiver or the network does. */
  send(message: AlertMessage): Promise<SendOutcome>;
}

/** A failure that the receiver did not cause and that a retry would not fix. */
export function failFor(
  failure: ChannelFailure,
  retry: 'later' | 'never' | 'unknown' = 'never',
  retryAfterMs: number | null = null,
): SendOutcome {
  return { kind: 'failed', failure, retry, retryAfterMs };
}
