import * as v from 'valibot';
import { parseJsonAs } from '../lib/parse-json.ts';
import { isPushService } from './push-services.ts';

const base64url = (bytes: number) =>
  v.pipe(v.string(), v.regex(new RegExp(`^[A-Za-z0-9_-]{${Math.ceil((bytes * 4) / 3)}}=*$`)));
/** The keys of this installation, on P-256. */
const vapidSchema = v.object({ publicKey: base64url(65), privateKey: base64url(32) });

/** What a browser says when it subscribes to pushes (`PushSubscription.toJSON()`); other members are left out. */
export const pushSubscriptionSchema = v.object({
  endpoint: v.pipe(v.string(), v.maxLength(2_000), v.check(isPushService)),
  keys: v.object({ p256dh: base64url(65), auth: base64url(16) }),
});

const secretSchema = v.object({
  endpoint: v.pipe(v.string(), v.url()),
  p256dh: base64url(65),
  auth: base64url(16),
  vapid: vapidSchema,
});

export type PushSubscription = v.InferOutput<typeof pushSubscriptionSchema>;

/** All that it takes to reach one browser: whoever has this can send to it, so it is kept as the channel's secret. */
export type PushSecret = v.InferOutput<typeof secretSchema>;

/** Reads the secret of a channel; null where it is not one. */
export function parsePushSecret(text: string | null): PushSecret | null {
  return parseJsonAs(secretSchema, text);
}

/** Reads the keys of this installation; null where they are invalid. */
export function parseVapid(text: string | null): v.InferOutput<typeof vapidSchema> | null {
  return parseJsonAs(vapidSchema, text);
}
