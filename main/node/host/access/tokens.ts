import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { AccessScope } from '../../../../shared/domain/access-scope.ts';
import type { StoredToken } from './token-file.ts';

/** A new token, and the text that is shown once and never kept. */
export interface NewToken {
  readonly stored: StoredToken;
  readonly text: string;
}

const pattern = /^fg_([0-9a-f]{12})_([A-Za-z0-9_-]{43})$/;

/** Makes a token of 256 random bits. */
export function createToken(name: string, scopes: readonly AccessScope[], nowMs: number): NewToken {
  const id = randomBytes(6).toString('hex');
  const secret = randomBytes(32).toString('base64url');
  return {
    stored: { id, name, scopes, hash: hash(secret).toString('hex'), createdAtMs: nowMs },
    text: `fg_${id}_${secret}`,
  };
}

/** The tokens after the first use of one; null where it was used before, or no longer exists. */
export function markUsed(tokens: readonly StoredToken[], id: string): readonly StoredToken[] | null {
  const found = tokens.find((token) => token.id === id);
  if (found?.useByMs === undefined) return null;
  const { useByMs: _, ...used } = found;
  return tokens.map((token) => (token === found ? used : token));
}

/** Finds the token that a text is; null when it is not a token. Takes the same time for every wrong secret. */
export function findToken(tokens: readonly StoredToken[], text: string): StoredToken | null {
  const [, id, secret] = pattern.exec(text) ?? [];
  if (id === undefined || secret === undefined) return null;
  const given = hash(secret);
  const found = tokens.find((token) => token.id === id);
  const expected = found === undefined ? Buffer.alloc(given.length) : Buffer.from(found.hash, 'hex');
  return timingSafeEqual(given, expected) ? (found ?? null) : null;
}

/** The tokens without one; null where there is no such token. */
export function removeToken(tokens: readonly StoredToken[], id: string): readonly StoredToken[] | null {
  const rest = tokens.filter((token) => token.id !== id);
  return rest.length === tokens.length ? null : rest;
}

function hash(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
