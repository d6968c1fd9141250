import { createPrivateKey, generateKeyPair, sign, type JsonWebKey } from 'node:crypto';
import { promisify } from 'node:util';
import { hourMs, secondMs } from '../../../../shared/domain/instant.ts';

/** Names this installation to push services (RFC 8292): base64url, as browsers take them. */
export interface VapidKeys {
  /** The point, uncompressed: what a page subscribes with. */
  readonly publicKey: string;
  readonly privateKey: string;
}

const makeKeyPair = promisify(generateKeyPair);
/** Services refuse more than a day. */
const validMs = 12 * hourMs;
/** The contact for push services if our messages misbehave; the maintainer of the packages. */
const contact = 'mailto:fuelgauge@users.noreply.github.com';

/** Makes keys on P-256. */
export async function createVapidKeys(): Promise<VapidKeys> {
  const made = await makeKeyPair('ec', { namedCurve: 'P-256' });
  const { x, y, d } = made.privateKey.export({ format: 'jwk' });
  const point = Buffer.concat([Buffer.of(4), decode(x ?? ''), decode(y ?? '')]);
  return { publicKey: point.toString('base64url'), privateKey: d ?? '' };
}

/** The `Authorization` header for a push service: a token that holds for its origin alone. Throws for invalid keys. */
export function toVapidHeader({ publicKey, privateKey }: VapidKeys, endpoint: string, nowMs: number): string {
  const expires = Math.floor((nowMs + validMs) / secondMs);
  const claims = { aud: new URL(endpoint).origin, exp: expires, sub: contact };
  const text = [{ typ: 'JWT', alg: 'ES256' }, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  const key = createPrivateKey({ key: toJwk(publicKey, privateKey), format: 'jwk' });
  const signature = sign('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' });
  return ['vapid', `t=${text}.${signature.toString('base64url')},`, `k=${publicKey}`].join(' ');
}

function toJwk(publicKey: string, d: string): JsonWebKey {
  const point = decode(publicKey);
  const [x, y] = [point.subarray(1, 33), point.subarray(33, 65)].map((part) => part.toString('base64url'));
  return { kty: 'EC', crv: 'P-256', x: x ?? '', y: y ?? '', d };
}

function decode(text: string): Buffer {
  return Buffer.from(text, 'base64url');
}
