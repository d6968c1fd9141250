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
  /** Since when, UTC milliseconds. */
  readonly atMs: number;
  readonly failure: ChannelFailure | null;
}

/**
 * What became of an alert: it went to the channels; it waits for quiet hours or a cool-down to end; a worse or newer
 * one about the same thing replaced it; it waited until it was out of date.
 */
export const alertStates = ['passed', 'held', 'merged', 'outdated'] as const;
export type AlertStateName = (typeof alertStates)[number];

/** An alert in the history, with its deliveries. */
export interface AlertRecord extends RaisedAlert {
  readonly state: AlertStateName;
  readonly deliveries: readonly Delivery[];
}
