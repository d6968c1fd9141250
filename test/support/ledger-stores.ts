import { dumpLedger } from './dump-ledger.ts';
import type { InspectableLedger } from '../../shared/ledger/ledger-contents.ts';
import { createMemoryLedger } from '../fakes/memory-ledger.ts';
import { openForWriting } from '../../main/node/store/open-database.ts';
import { loadSqlite, type SqliteDriver } from '../../main/node/sqlite/sqlite-driver.ts';
import { createSqliteLedger } from '../../main/node/store/sqlite-ledger.ts';
import { openLedger, type OpenLedger } from '../../main/node/store/open-ledger.ts';
import { sampleMs } from './ledger-samples.ts';

/** Mutation tests choose some of the stores (`build/mutation/vitest.config.ts`), because each costs seconds a mutant. */
const chosen = process.env['FUELGAUGE_TEST_LEDGERS']?.split(',') ?? ['memory', 'node', 'libsql'];

/** Both SQLite libraries. */
export const sqliteDrivers = (['node', 'libsql'] as const satisfies readonly SqliteDriver['name'][]).filter((name) =>
  chosen.includes(name),
);

/** An empty ledger of each kind, without files. */
export const ledgerStores: readonly (readonly [string, () => InspectableLedger])[] = [
  ...(chosen.includes('memory') ? [['memory', createMemoryLedger] as const] : []),
  ...sqliteDrivers.map((name) => [name === 'node' ? 'node:sqlite' : name, () => openInMemory(name)] as const),
];

/** Opens the ledger of a folder; fails the test when it does not open. */
export function openOrThrow(
  folder: string,
  mode: 'write' | 'read' = 'write',
  driver: SqliteDriver['name'] = 'node',
): OpenLedger {
  const opened = openLedger({ folder, mode, nowMs: sampleMs, driver });
  if (!opened.ok) throw new Error(opened.error.problem.id);
  return opened.value;
}

/** The contents of the ledger in a folder. */
export function dumpFolder(folder: string, driver: SqliteDriver['name'] = 'node'): string {
  const { store } = openOrThrow(folder, 'write', driver);
  const dump = dumpLedger(store);
  store.close();
  return dump;
}

function openInMemory(name: SqliteDriver['name']): InspectableLedger {
  const driver = loadSqlite(name);
  if (!driver.ok) throw new Error(driver.error);
  const opened = openForWriting(driver.value, ':memory:', false);
  if (opened.state !== 'open') throw new Error(`${name} did not open: ${opened.state}`);
  return createSqliteLedger(opened.database, opened.close);
}
