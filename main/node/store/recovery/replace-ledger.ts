import { closeSync, existsSync, openSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { createProblem, type Problem, type SalvageOutcome } from '../../../../shared/domain/problem.ts';
import { createFolder } from '../files/create-folder.ts';
import { openForWriting } from '../open-database.ts';
import { salvage, type Salvage } from './salvage.ts';
import { readSchemaState } from '../schema/schema.ts';
import { fileSuffixes, setAside } from './set-aside.ts';
import type { SqliteDatabase, SqliteDriver } from '../../sqlite/sqlite-driver.ts';
import { createSqliteLedger, type SqliteLedger } from '../sqlite-ledger.ts';

/** A ledger that replaces another. */
export interface ReplacedLedger {
  readonly ledger: SqliteLedger;
  readonly problem: Problem;
}

/** Creates an empty file that only its owner may read; SQLite gives its companion files the same permissions. */
export function createPrivateFile(file: string): void {
  closeSync(openSync(file, 'a', 0o600));
}

/** Finishes a replacement that was interrupted because its process was killed between the two renames. */
export function finishReplacement(file: string): void {
  if (!existsSync(file) && existsSync(toReady(file))) renameSync(toReady(file), file);
}

/**
 * Sets an unusable ledger aside and opens a new one in its place, with everything readable from the old one unless a
 * newer Fuelgauge wrote it. If the process is killed at any point, either the old file or the whole replacement exists.
 * Throws when the replacement cannot be written; then nothing has changed.
 */
export function replaceLedger(
  driver: SqliteDriver,
  file: string,
  why: 'corrupt' | 'newer',
  nowMs: number,
): ReplacedLedger {
  const kept = fillReplacement(driver, file, (fresh) => (why === 'corrupt' ? salvageFile(driver, file, fresh) : null));
  const aside = setAside(file, why, nowMs);
  finishReplacement(file);
  return { ledger: openLedgerFile(driver, file), problem: toProblem(why, aside, kept) };
}

/**
 * Writes a new ledger beside a file, ready to take its place with `finishReplacement`. Throws what `fill` throws, and
 * when it cannot be written.
 */
export function fillReplacement<Value>(
  driver: SqliteDriver,
  file: string,
  fill: (fresh: SqliteLedger) => Value,
): Value {
  const draft = prepareDraft(file);
  const fresh = openLedgerFile(driver, draft);
  let value: Value;
  try {
    value = fill(fresh);
  } finally {
    fresh.close();
  }
  renameSync(draft, toReady(file));
  return value;
}

/**
 * Writes an open ledger back whose file was deleted or replaced by another one, which is set aside, or whose log was
 * deleted (`unlogged`). Closes the open ledger and opens the new file. Throws when the new file cannot be written; then
 * nothing has changed.
 */
export function putBackLedger(
  driver: SqliteDriver,
  file: string,
  open: SqliteLedger,
  found: 'missing' | 'replaced' | 'unlogged',
  nowMs: number,
): ReplacedLedger {
  createFolder(path.dirname(file));
  const draft = prepareDraft(file);
  open.copyTo(draft);
  renameSync(draft, toReady(file));
  // Its write-ahead log still has the name of the lost file and disappears with it: no other file may be read together
  // with that log.
  open.close();
  // Without its log, the file is this ledger's own.
  const isOther = found !== 'unlogged' && existsSync(file);
  const setAsidePath = isOther ? setAside(file, 'replaced', nowMs) : null;
  if (setAsidePath === null) removeDatabase(file);
  finishReplacement(file);
  return { ledger: openLedgerFile(driver, file), problem: createProblem('ledger-put-back', { setAsidePath }) };
}

/** Opens a ledger that is known to be new or sound; throws on failure. */
export function openLedgerFile(driver: SqliteDriver, file: string): SqliteLedger {
  const opened = openForWriting(driver, file, false);
  if (opened.state === 'unusable') throw opened.error;
  if (opened.state !== 'open') throw new Error(`the ledger ${file} cannot be used: ${opened.state}`);
  return createSqliteLedger(opened.database, opened.close, opened);
}

function prepareDraft(file: string): string {
  const draft = path.join(path.dirname(file), 'ledger.salvage.db');
  for (const leftover of [draft, toReady(file)]) removeDatabase(leftover);
  createPrivateFile(draft);
  return draft;
}

/** Removes a database and its companion files. */
export function removeDatabase(file: string): void {
  for (const suffix of fileSuffixes) rmSync(file + suffix, { force: true });
}

/** Null when the file is not a ledger, or nothing can be read from it. */
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
    // Without its first page, nothing else can be located.
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
