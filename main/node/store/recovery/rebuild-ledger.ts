import { copyFileSync, rmSync } from 'node:fs';
import { createProblem, type ProblemParameters } from '../../../../shared/domain/problem.ts';
import { hourMs } from '../../../../shared/domain/instant.ts';
import { namesOf } from '../names/encryption.ts';
import { readCopyTime, toCopyPath } from './ledger-copy.ts';
import {
  fillReplacement,
  finishReplacement,
  openLedgerFile,
  removeDatabase,
  type ReplacedLedger,
} from './replace-ledger.ts';
import { salvage } from './salvage.ts';
import { readSchemaState } from '../schema/schema.ts';
import { toAsideName } from './set-aside.ts';
import type { SqliteDatabase, SqliteDriver } from '../../sqlite/sqlite-driver.ts';
import type { SqliteLedger } from '../sqlite-ledger.ts';

type Sources = ProblemParameters['ledger-overwritten']['rebuiltFrom'];

/**
 * Rebuilds an open ledger that another program has overwritten in place. What was written there is copied aside. The
 * new ledger gets what this process still holds, as far as that differs from the other program's pages, and the last
 * copy; only where there is neither, what the other file holds if it is a ledger. Whatever is taken in twice is
 * recognised. Closes the open ledger. Throws when the new file cannot be written; then nothing has changed.
 */
export function rebuildLedger(driver: SqliteDriver, file: string, open: SqliteLedger, nowMs: number): ReplacedLedger {
  const setAsidePath = toAsideName(file, 'replaced', nowMs);
  let rebuiltFrom: Sources;
  try {
    // It shares its inode with the open file, into which SQLite writes its log when it closes.
    copyFileSync(file, setAsidePath);
    rebuiltFrom = fillReplacement(driver, file, (fresh) => collect(driver, file, setAsidePath, open, fresh));
  } catch (error) {
    rmSync(setAsidePath, { force: true });
    throw error;
  }
  open.close();
  removeDatabase(file);
  finishReplacement(file);
  const copiedMs = rebuiltFrom.includes('copy') ? readCopyTime(file) : null;
  const copyAgeHours = copiedMs === null ? null : Math.max(0, Math.round((nowMs - copiedMs) / hourMs));
  const problem = createProblem('ledger-overwritten', { setAsidePath, rebuiltFrom, copyAgeHours });
  return { ledger: openLedgerFile(driver, file), problem };
}

function collect(driver: SqliteDriver, file: string, other: string, open: SqliteLedger, fresh: SqliteLedger): Sources {
  // Unless only its inner pages were written over, pages of another database look like those of this one. Of any other
  // file, every page that SQLite takes for one of a database is one of ours.
  const isOurs = open.guard?.isDatabase() === false || open.guard?.hasOwnHead() === true;
  // Before the copy, which is older: what is there stays.
  if (isOurs) open.salvageInto(fresh);
  const hasCopy = salvageReadOnly(driver, toCopyPath(file), fresh);
  if (isOurs) return hasCopy ? 'memory-and-copy' : 'memory';
  if (hasCopy) return 'copy';
  return salvageReadOnly(driver, other, fresh) ? 'other' : 'logs';
}

/** Takes in a ledger that nobody is writing. Returns whether it is one. */
function salvageReadOnly(driver: SqliteDriver, path: string, into: SqliteLedger): boolean {
  const source = openUsable(driver, path);
  if (source === null) return false;
  try {
    salvage(source, into);
    return true;
  } finally {
    source.close();
  }
}

function openUsable(driver: SqliteDriver, path: string): SqliteDatabase | null {
  let source: SqliteDatabase | null = null;
  try {
    source = driver.open(path, { readOnly: true, asGuest: 'immutable' });
    if (readSchemaState(source) === 'usable' && namesOf(source).state !== 'locked') return source;
  } catch {
    // It does not exist, or is not a database.
  }
  source?.close();
  return null;
}
