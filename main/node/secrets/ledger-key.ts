import { randomBytes } from 'node:crypto';

/** The keys that the names in a ledger may be encrypted with, and what to do with them. Plain data. */
export interface LedgerKeys {
  /** Each 32 bytes as base64. New ledgers use the first; the others open what an interrupted change has left. */
  readonly keys: readonly string[];
  /**
   * `sealed`: a writer encrypts names with the first key, whatever they are now. `plain`: it decrypts them. `invalid`,
   * `missing`: encryption is wanted without a usable key, so nothing is written.
   */
  readonly wanted: 'as-it-is' | 'sealed' | 'plain' | 'invalid' | 'missing';
}

/** Without any key. */
export const noLedgerKeys: LedgerKeys = { keys: [], wanted: 'as-it-is' };

const keyBytes = 32;

/** A new random key. */
export function createLedgerKey(): string {
  return randomBytes(keyBytes).toString('base64');
}

/** Reads 32 bytes in base64 (also its form for URLs) or in hexadecimal digits; null for anything else. */
export function parseLedgerKey(text: string): string | null {
  const trimmed = text.trim();
  const bytes = /^[0-9a-f]{64}$/i.test(trimmed)
    ? Buffer.from(trimmed, 'hex')
    : /^[\w+/-]{43}=?$/.test(trimmed)
      ? Buffer.from(trimmed, 'base64')
      : null;
  return bytes?.length === keyBytes ? bytes.toString('base64') : null;
}
