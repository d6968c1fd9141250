import * as v from 'valibot';

/** Where a browser asks whether it gets alerts, and says that it wants them, or does not any more. */
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

/** What a change has led to. */
export const subscribedSchema = v.object({ schema: v.literal('fuelgauge.subscribed.v1'), isSubscribed: v.boolean() });
