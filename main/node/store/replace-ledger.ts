import { closeSync, existsSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { createProblem, type Problem, type SalvageOutcome } from '../../../shared/domain/problem.ts';
import { openForWriting } from './open-database.ts';
import { salvage, type Salvage } from './salvage.ts';
import { readSchemaState } from './schema.ts';
import { fileSuffixes, setAside } from './set-aside.ts';
import type { SqliteDatabase, SqliteDriver } from '../sqlite-driver.ts';
import { createSqliteLedger, type SqliteLedger } from './sqlite-ledger.ts';

/** A new ledger in the place of another. */
export interface ReplacedLedger {
  readonly ledger: SqliteLedger;
  readonly problem: Problem;
}

/** Makes an empty file that only its owner may read; SQLite gives its companions the same rights. */
export function createPrivateFile(file: string): void {
  closeSync(openSync(file, 'a', 0o600));
}

/** Puts a replacement in its place that a process left behind which was killed between the two renamings. */
export function finishReplacement(file: string): void {
  if (!existsSync(file) && existsSync(toReady(file))) renameSync(toReady(file), file);
}

/**
 * Sets a ledger aside that cannot be used and opens a new one in its place, with all that can be read of the old one
 * unless a newer Fuelgauge wrote it. Whenever it is killed, either the old file or the whole replacement is there.
 * Throws when the replacement cannot be written; then nothing has happened.
 */
export function replaceLedger(
  driver: SqliteDriver,
  file: string,
  why: 'corrupt' | 'newer',
  nowMs: number,
): ReplacedLedger {
  const draft = path.join(path.dirname(file), 'ledger.salvage.db');
  for (const leftover of [draft, toReady(file)]) removeDatabase(leftover);
  createPrivateFile(draft);
  const fresh = openLedgerFile(driver, draft);
  let kept: Salvage | null = null;
  try {
    if (why === 'corrupt') kept = salvageFile(driver, file, fresh);
  } finally {
    fresh.close();
  }
  renameSync(draft, toReady(file));
  const aside = setAside(file, why, nowMs);
  finishReplacement(file);
  return { ledger: openLedgerFile(driver, file), problem: toProblem(why, aside, kept) };
}

/**
 * Writes an open ledger back whose file was deleted, or replaced by another one, which is set aside. Closes the open one,
 * and opens what was written. Throws when that cannot be written; then nothing has happened.
 */
export function putBackLedger(driver: SqliteDriver, file: string, open: SqliteLedger, nowMs: number): ReplacedLedger {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const draft = path.join(path.dirname(file), 'ledger.salvage.db');
  for (const leftover of [draft, toReady(file)]) removeDatabase(leftover);
  createPrivateFile(draft);
  open.copyTo(draft);
  renameSync(draft, toReady(file));
  // Its log still goes by the name of the lost file, and goes with it: no other file may be read together with it.
  open.close();
  const setAsidePath = existsSync(file) ? setAside(file, 'replaced', nowMs) : null;
  if (setAsidePath === null) removeDatabase(file);
  finishReplacement(file);
  return { ledger: openLedgerFile(driver, file), problem: createProblem('ledger-put-back', { setAsidePath }) };
}

/** Opens a ledger that is known to be new or sound; throws when that cannot be. */
export function openLedgerFile(driver: SqliteDriver, file: string): SqliteLedger {
  const opened = openForWriting(driver, file, false);
  if (opened.state === 'unusable') throw opened.error;
  if (opened.state !== 'open') throw new Error(`the ledger ${file} cannot be used: ${opened.state}`);
  return createSqliteLedger(opened.database, opened.close);
}

/** Removes a database with its companions. */
export function removeDatabase(file: string): void {
  for (const suffix of fileSuffixes) rmSync(file + suffix, { force: true });
}

/** Null when the file is no ledger at all, or one from which nothing can be read. */
function salvageFile(driver: SqliteDriver, file: string, into: SqliteLedger): Salvage | null {
  const source = openDamaged(driver, file);
  if (source === null) return null;
  try {
    return salvage(source, into);
  } finally {
    source.close();
  }
}

function openDamaged(driver: SqliteDriver, file: string): SqliteDatabase | null {
  let source: SqliteDatabase | null = null;
  try {
    source = driver.open(file, { readOnly: true });
    if (readSchemaState(source) === 'usable') return source;
  } catch {
    // Its first page is lost, and with it the place of everything else.
  }
  source?.close();
  return null;
}

function toReady(file: string): string {
  return path.join(path.dirname(file), 'ledger.salvaged.db');
}

function toProblem(why: 'corrupt' | 'newer', setAsidePath: string, kept: Salvage | null): Problem {
  if (why === 'newer') return createProblem('ledger-newer', { setAsidePath });
  return createProblem('ledger-corrupt', { setAsidePath, salvage: kept === null ? null : toOutcome(kept) });
}

function toOutcome({ events, compactedEvents, lostEvents, compacted }: Salvage): SalvageOutcome {
  return { carriedOver: events + compactedEvents, lost: lostEvents, hasRollups: compacted !== 'unreadable' };
}
