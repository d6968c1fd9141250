import { copyFileSync, existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { createProblem, type Problem } from '../../../../shared/domain/problem.ts';
import { openForWriting } from '../open-database.ts';
import { createPrivateFile, removeDatabase } from './replace-ledger.ts';
import { salvage } from './salvage.ts';
import { readSchemaState } from '../schema/schema.ts';
import { setAside } from './set-aside.ts';
import type { SqliteDriver } from '../../sqlite/sqlite-driver.ts';
import type { SqliteLedger } from '../sqlite-ledger.ts';

/** The result. */
export interface RestoredLedgers {
  /** Whether anything was taken back. */
  readonly hasTaken: boolean;
  /** What the user should know; null when all is well. */
  readonly problem: Problem | null;
}

/**
 * Takes back ledgers that were set aside: because a newer Fuelgauge had written them, as soon as this version supports
 * their schema; and what a writer left that had lost its folder to another one (`rescued`). They are then renamed to
 * `ledger.restored-…`. Never throws: a ledger that cannot be taken back stays where it is.
 */
export function restoreSetAside(
  driver: SqliteDriver,
  folder: string,
  ledger: SqliteLedger,
  nowMs: number,
): RestoredLedgers {
  let hasTaken = false;
  let problem: Problem | null = null;
  for (const name of readdirSync(folder)
    .filter((entry) => /^ledger\.(newer|rescued)-.*\.db$/.test(entry))
    .sort()) {
    const file = path.join(folder, name);
    try {
      if (!isKnown(driver, file)) continue;
      const { compacted } = readBack(driver, folder, file, ledger);
      hasTaken = true;
      const kept = setAside(file, 'restored', nowMs);
      if (compacted === 'conflict' || compacted === 'unreadable')
        return { hasTaken, problem: createProblem('ledger-restored-in-part', { keptPath: kept }) };
      if (name.startsWith('ledger.rescued')) problem = createProblem('ledger-put-back', { setAsidePath: null });
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      return { hasTaken, problem: createProblem('ledger-restore-failed', { path: file, detail }) };
    }
  }
  return { hasTaken, problem };
}

/** Works on a copy: the migration must not change the only original. */
function readBack(driver: SqliteDriver, folder: string, file: string, ledger: SqliteLedger) {
  const copy = path.join(folder, 'ledger.restoring.db');
  removeDatabase(copy);
  try {
    createPrivateFile(copy);
    for (const suffix of ['-wal', '']) if (existsSync(file + suffix)) copyFileSync(file + suffix, copy + suffix);
    const opened = openForWriting(driver, copy, false);
    if (opened.state !== 'open') throw new Error(`it is ${opened.state}`);
    try {
      return salvage(opened.database, ledger);
    } finally {
      opened.close();
    }
  } finally {
    removeDatabase(copy);
  }
}

function isKnown(driver: SqliteDriver, file: string): boolean {
  const database = driver.open(file, { readOnly: true });
  try {
    return readSchemaState(database) === 'usable';
  } finally {
    database.close();
  }
}
