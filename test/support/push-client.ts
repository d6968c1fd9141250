import { createDecipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto';
import type { PushSubscription } from '../../shared/settings/push-secret.ts';

/** A browser that is subscribed: it has the private key, and decrypts by RFC 8291 on its own. */
export interface PushClient {
  readonly subscription: PushSubscription;
  /** Throws for what was not encrypted for it, or was changed on the way. */
  decrypt(body: Buffer): string;
}

export function createPushClient(endpoint = 'https://updates.push.services.mozilla.com/wpush/v2/1'): PushClient {
  const key = createECDH('prime256v1');
  const publicKey = key.generateKeys();
  const auth = randomBytes(16);
  return {
    subscription: {
      endpoint,
      keys: { p256dh: publicKey.toString('base64url'), auth: auth.toString('base64url') },
    },
    decrypt(body) {
      const salt = body.subarray(0, 16);
      const keyLength = body.readUInt8(20);
      const sender = body.subarray(21, 21 + keyLength);
      const record = body.subarray(21 + keyLength);
      if (record.length > body.readUInt32BE(16)) throw new Error('more than one record');
      const derive = (secret: Buffer, by: Buffer, info: Buffer, bytes: number): Buffer =>
        Buffer.from(hkdfSync('sha256', secret, by, info, bytes));
      const info = Buffer.concat([Buffer.from('WebPush: info\0'), publicKey, sender]);
      const shared = derive(key.computeSecret(sender), auth, info, 32);
      const contentKey = derive(shared, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16);
      const nonce = derive(shared, salt, Buffer.from('Content-Encoding: nonce\0'), 12);
      const decipher = createDecipheriv('aes-128-gcm', contentKey, nonce);
      decipher.setAuthTag(record.subarray(-16));
      const padded = Buffer.concat([decipher.update(record.subarray(0, -16)), decipher.final()]);
      if (padded.at(-1) !== 2) throw new Error('no end of the last record');
      return padded.subarray(0, -1).toString('utf8');
    },
  };
}
