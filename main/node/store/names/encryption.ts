import type { SqliteDatabase } from '../../sqlite/sqlite-driver.ts';
import { ledgerKeysOf } from './ledger-keys.ts';
import {
  createNameCipher,
  fitsCheck,
  lockedNames,
  LockedLedgerError,
  type NameCipher,
  plainNames,
  toCheck,
} from './name-cipher.ts';

/**
 * The migration that creates the table. It has a row while names are encrypted, and until the plain names are wiped.
 */
export const encryptionMigration = `
  -- How the names of projects, branches, accounts, machines and files are encrypted (.github/adr/0033). No check: they
  -- are not. is_clean 0: pages that are not in use may still hold what was there before.
  CREATE TABLE encryption (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    check_value TEXT,
    is_clean INTEGER NOT NULL
  ) STRICT;`;

/** The schema that the migration leads to. */
const sinceSchema = 10;

const ciphers = new WeakMap<SqliteDatabase, NameCipher>();

/** The cipher of a ledger's names, according to its header and the keys. Looked up once. */
export function namesOf(database: SqliteDatabase): NameCipher {
  let names = ciphers.get(database);
  if (names === undefined) ciphers.set(database, (names = findCipher(database)));
  return names;
}

/** Throws when the names are encrypted with a key that is not there. */
export function requireNames(database: SqliteDatabase): NameCipher {
  const names = namesOf(database);
  if (names.state === 'locked') throw new LockedLedgerError();
  return names;
}

/**
 * The same for a ledger that may be damaged: where it cannot be known which key fits, the first is tried on each name.
 * Throws only when names are known to be encrypted with a key that is not there.
 */
export function assumeNames(database: SqliteDatabase): void {
  try {
    requireNames(database);
  } catch (error) {
    if (error instanceof LockedLedgerError) throw error;
    const key = ledgerKeysOf(database).keys[0];
    ciphers.set(database, key === undefined ? plainNames : createNameCipher(key));
  }
}

/**
 * The check by which a fitting key is recognised; null when names are not encrypted, and in a ledger of an older
 * schema.
 */
export function readCheck(database: SqliteDatabase): string | null {
  if (!hasTable(database)) return null;
  const check = database.prepare('SELECT check_value FROM encryption').get()?.['check_value'];
  return check == null ? null : String(check);
}

/** Whether the file may still hold names as they were before the last change. */
export function isWiped(database: SqliteDatabase): boolean {
  return !hasTable(database) || database.prepare('SELECT 1 FROM encryption WHERE is_clean = 0').get() === undefined;
}

/** Records that nothing of the earlier names is left. */
export function noteWiped(database: SqliteDatabase): void {
  database.exec('UPDATE encryption SET is_clean = 1');
}

/**
 * Records that names are encrypted with a key (base64), or not encrypted (null), and returns the cipher.
 * Call it in the transaction that converts them.
 */
export function writeCheck(database: SqliteDatabase, key: string | null, isClean: boolean): NameCipher {
  database
    .prepare('INSERT OR REPLACE INTO encryption (id, check_value, is_clean) VALUES (1, ?, ?)')
    .run(key === null ? null : toCheck(key), isClean ? 1 : 0);
  ciphers.delete(database);
  return key === null ? plainNames : createNameCipher(key);
}

/** A new ledger is encrypted from the start where there is a key. */
export function encryptNewLedger(database: SqliteDatabase): void {
  const { keys, wanted } = ledgerKeysOf(database);
  if (keys[0] !== undefined && wanted !== 'plain') writeCheck(database, keys[0], true);
}

function findCipher(database: SqliteDatabase): NameCipher {
  const check = readCheck(database);
  if (check === null) return plainNames;
  const key = ledgerKeysOf(database).keys.find((candidate) => fitsCheck(candidate, check));
  return key === undefined ? lockedNames : createNameCipher(key);
}

/** A ledger of an older schema has no such table; one of this schema without it is damaged. */
function hasTable(database: SqliteDatabase): boolean {
  return Number(database.prepare('PRAGMA user_version').get()?.['user_version']) >= sinceSchema;
}
