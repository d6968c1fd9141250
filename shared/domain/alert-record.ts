import type { RaisedAlert } from './alert-intent.ts';
import type { ChannelFailure } from './channel-failure.ts';

/**
 * What became of an alert on a channel: delivered; given up; perhaps delivered, and not tried again; on its way; dropped,
 * because the channel was turned off.
 */
export const deliveryStates = ['sent', 'failed', 'unknown', 'waiting', 'dropped'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/** An alert on one channel. */
export interface Delivery {
  readonly channel: string;
  readonly state: DeliveryState;
  /** When it came to be so, UTC milliseconds. */
  readonly atMs: number;
  readonly failure: ChannelFailure | null;
}

/**
 * What became of an alert: it went to the channels; it waits for quiet hours or a cool-down to end; a worse or newer one
 * about the same thing stood for it; it waited until it was no news any more.
 */
export const alertStates = ['passed', 'held', 'merged', 'outdated'] as const;
export type AlertStateName = (typeof alertStates)[number];

/** An alert of the history, with what was sent where. */
export interface AlertRecord extends RaisedAlert {
  readonly state: AlertStateName;
  readonly deliveries: readonly Delivery[];
}
