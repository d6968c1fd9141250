import { hash } from 'node:crypto';

/**
 * The first 64 bits of the text's SHA-1, as 16 hexadecimal digits: the form in which the ledger stores keys and
 * aliases.
 */
export function hashName(text: string): string {
  return hash('sha1', text, 'hex').slice(0, 16);
}

/** A hashed name as the signed 64-bit integer that SQLite stores. */
export function toStoredHash(name: string): bigint {
  return BigInt.asIntN(64, BigInt(`0x${name}`));
}
