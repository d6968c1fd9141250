import { type LedgerKeys, noLedgerKeys } from '../../secrets/ledger-key.ts';
import type { SqliteDatabase, SqliteDriver } from '../../sqlite/sqlite-driver.ts';

const keysOfDatabase = new WeakMap<SqliteDatabase, LedgerKeys>();

/** A driver whose databases know the keys. */
export function withLedgerKeys(driver: SqliteDriver, keys: LedgerKeys): SqliteDriver {
  return {
    ...driver,
    open(path, options) {
      const database = driver.open(path, options);
      keysOfDatabase.set(database, keys);
      return database;
    },
  };
}

/** The keys of an open database. */
export function ledgerKeysOf(database: SqliteDatabase): LedgerKeys {
  return keysOfDatabase.get(database) ?? noLedgerKeys;
}
