import { createCipheriv, createECDH, hkdf, randomBytes, type ECDH } from 'node:crypto';
import { promisify } from 'node:util';

/** The keys of a browser's subscription, as bytes. */
export interface PushKeys {
  /** Its public key on P-256, uncompressed: 65 bytes. */
  readonly p256dh: Uint8Array;
  /** 16 bytes that only the browser and we know. */
  readonly auth: Uint8Array;
}

const deriveKey = promisify(hkdf);
const curve = 'prime256v1';
/** One record holds everything: services refuse more than 4 kB. */
const recordBytes = 4_096;
/** What is left of it besides header, tag and the byte that ends the text. */
export const maxPushBytes = recordBytes - 86 - 16 - 1;

/**
 * Encrypts a message for one browser, so that its push service cannot read it (RFC 8291, by RFC 8188's `aes128gcm`). Salt
 * and key are new for every message; only the test vector gives them. Rejects a key that is not a point on the curve.
 */
export async function encryptPush(
  plain: Uint8Array,
  { p256dh, auth }: PushKeys,
  given: { readonly salt?: Uint8Array; readonly sender?: ECDH } = {},
): Promise<Buffer> {
  const salt = given.salt ?? randomBytes(16);
  const sender = given.sender ?? createNewKey();
  const senderKey = sender.getPublicKey();
  const secret = sender.computeSecret(p256dh);
  const info = Buffer.concat([toInfo('WebPush:', 'info'), p256dh, senderKey]);
  const key = await derive(secret, auth, info, 32);
  const contentKey = await derive(key, salt, toInfo('Content-Encoding:', 'aes128gcm'), 16);
  const nonce = await derive(key, salt, toInfo('Content-Encoding:', 'nonce'), 12);
  const cipher = createCipheriv('aes-128-gcm', contentKey, nonce);
  const sizes = Buffer.alloc(5);
  sizes.writeUInt32BE(recordBytes);
  sizes.writeUInt8(senderKey.length, 4);
  // The byte 2 says that this record is the last.
  const text = Buffer.concat([cipher.update(plain), cipher.update(Buffer.of(2)), cipher.final(), cipher.getAuthTag()]);
  return Buffer.concat([salt, sizes, senderKey, text]);
}

function createNewKey(): ECDH {
  const key = createECDH(curve);
  key.generateKeys();
  return key;
}

/** The purpose of a key, terminated by a zero byte. */
function toInfo(...words: readonly string[]): Buffer {
  return Buffer.from(`${words.join(' ')}\0`);
}

async function derive(key: Uint8Array, salt: Uint8Array, info: Uint8Array, bytes: number): Promise<Buffer> {
  return Buffer.from(await deriveKey('sha256', key, salt, info, bytes));
}
