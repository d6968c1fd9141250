import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { loadSqlite } from '../../sqlite/sqlite-driver.ts';
import { isWiped, namesOf } from './encryption.ts';
import { type LedgerKeys } from '../../secrets/ledger-key.ts';
import { withLedgerKeys } from './ledger-keys.ts';
import type { NameState } from '../../../../shared/domain/name-encryption.ts';
import { openForReading } from '../open-database.ts';

/** Inspects the ledger of a folder, even while another process writes it. */
export function readEncryptionState(folder: string, keys: LedgerKeys): NameState {
  const file = path.join(folder, 'ledger.db');
  const driver = loadSqlite();
  if (!driver.ok) return 'none';
  const opened = openForReading(withLedgerKeys(driver.value, keys), file);
  if (opened.state !== 'open') return opened.state === 'older' ? 'plain' : 'none';
  try {
    const { state } = namesOf(opened.database);
    return state === 'sealed' && !isWiped(opened.database) ? 'unwiped' : state;
  } finally {
    opened.close();
  }
}

/** Ledgers that were set aside: they keep their names as they were when they were written. Full paths. */
export async function listSetAside(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => []);
  return names
    .filter((name) => /^ledger\.[a-z]+-.*\.db$/.test(name))
    .sort()
    .map((name) => path.join(folder, name));
}
