import * as v from 'valibot';

/** Where a browser asks whether it gets alerts, subscribes and unsubscribes. */
export const pushPath = '/api/push';
export const subscribePath = '/api/push/subscribe';
export const unsubscribePath = '/api/push/unsubscribe';

/** How alerts reach the browser that asks. */
export const pushSchema = v.object({
  schema: v.literal('fuelgauge.push.v1'),
  /** What it subscribes with at its own push service, as base64url. */
  publicKey: v.string(),
  /** Whether alerts are sent to it. */
  isSubscribed: v.boolean(),
});

/** The result of a change. */
export const subscribedSchema = v.object({ schema: v.literal('fuelgauge.subscribed.v1'), isSubscribed: v.boolean() });
