import { createHash, timingSafeEqual } from 'node:crypto';
import type { VerifyToken } from './token-verifier.ts';

/** Shorter ones could be guessed. */
export const minTokenLength = 24;
/** Its id, beside those of the file. */
export const environmentTokenId = 'environment';

/**
 * Accepts a token of the environment besides the others, for reading alone: a container has nobody to run a command in it.
 * Null or empty: none.
 */
export function acceptEnvironmentToken(verify: VerifyToken, token: string | null): VerifyToken {
  if (token === null || token.length < minTokenLength) return verify;
  const expected = hash(token);
  const stored = { id: environmentTokenId, name: 'environment', scopes: ['read'], createdAtMs: 0 } as const;
  return async (text) => {
    return timingSafeEqual(hash(text), expected) ? { ...stored, hash: expected.toString('hex') } : verify(text);
  };
}

function hash(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
