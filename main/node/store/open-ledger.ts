import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { createProblem, type Problem } from '../../../shared/domain/problem.ts';
import type { Dispose } from '../../../shared/lib/disposable.ts';
import { fail, ok, type Result } from '../../../shared/lib/result.ts';
import { createFolder } from './create-folder.ts';
import { readFileId } from './file-id.ts';
import { createHealingLedger } from './healing-ledger.ts';
import type { InspectableLedger } from '../../../shared/ledger/ledger-contents.ts';
import { openForReading, openForWriting } from './open-database.ts';
import { createPrivateFile, finishReplacement, putBackLedger, replaceLedger } from './replace-ledger.ts';
import { requireFile } from './require-file.ts';
import { restoreSetAside } from './restore-set-aside.ts';
import { loadSqlite, sqliteCodes, type SqliteDriver, toSqliteCode } from '../sqlite-driver.ts';
import { createSqliteLedger, type SqliteLedger } from './sqlite-ledger.ts';
import { isDamage, toStoreFailure } from './store-errors.ts';
import { acquireWriterLock } from './writer-lock.ts';

/** The first Node whose SQLite needs no flag. */
const minNodeVersion = '22.13';

/** How to open a ledger. */
export interface OpenLedgerOptions {
  /** Its location; created (for its owner only) when a writer opens it. */
  readonly folder: string;
  /** One process at a time may write; any number may read, and they see committed data. */
  readonly mode: 'write' | 'read';
  readonly nowMs: number;
  /** Reads and checks the whole file first. A writer does so anyway after a process that did not close the ledger. */
  readonly verify?: boolean;
  /** Which SQLite to use; by default, whichever is available. */
  readonly driver?: SqliteDriver['name'];
}

/** Where the open file is: still under its name, nowhere (deleted), or replaced by another file. */
export type LedgerPlace = 'kept' | 'missing' | 'replaced';

/** An open ledger. Closing the store releases the writer's lock. */
export interface OpenLedger {
  /** In mode `read`, `apply` throws. */
  readonly store: InspectableLedger;
  /** Changes whenever another process has committed something. Cheap: SQLite reads memory that processes share. */
  commitVersion(): number;
  /** Checks whether the open file is still the one under its name. */
  place(): LedgerPlace;
  /**
   * Writes the open ledger back if its file was deleted or replaced by another one, which is set aside; reports this as
   * a replacement. Only a writer does so. Throws when it cannot be written.
   */
  keepInPlace(nowMs: number): void;
  /** What the user should know: the ledger had to be recreated. Null when all is well. */
  readonly problem: Problem | null;
  /** Reports that the ledger turned out to be damaged during use, and that the store now uses another one. */
  onReplaced(listener: (problem: Problem) => void): Dispose;
}

/**
 * Why a ledger was not opened. `busy`: another process is writing it, so read it instead. `missing`: there is none to
 * read yet. `no-driver`, `unusable`: another try would not help.
 */
export interface OpenLedgerFailure {
  readonly reason: 'busy' | 'missing' | 'no-driver' | 'unusable';
  readonly problem: Problem;
}

/** Opens the ledger of a folder. A ledger that cannot be used is never deleted: a writer sets it aside. */
export function openLedger(options: OpenLedgerOptions): Result<OpenLedger, OpenLedgerFailure> {
  const driver = loadSqlite(options.driver);
  if (!driver.ok) return fail({ reason: 'no-driver', problem: createProblem('no-sqlite', { minNodeVersion }) });
  try {
    return options.mode === 'write' ? openWriter(driver.value, options) : openReader(driver.value, options.folder);
  } catch (error) {
    return toUnusable(
      createProblem('ledger-unusable', { folder: options.folder, failure: toStoreFailure(error, options.folder) }),
    );
  }
}

function openReader(driver: SqliteDriver, folder: string): Result<OpenLedger, OpenLedgerFailure> {
  const file = toFile(folder);
  // Before opening, so that a file that replaces it meanwhile is noticed.
  const fileId = readFileId(file);
  const opened = fileId === null ? { state: 'empty' as const } : openForReading(driver, file);
  switch (opened.state) {
    case 'open': {
      const store = createSqliteLedger(opened.database, opened.close, false);
      return ok({
        store,
        commitVersion: store.commitVersion,
        place: () => comparePlace(fileId, file),
        keepInPlace: () => undefined,
        problem: null,
        // Only a writer may replace it.
        onReplaced: () => () => undefined,
      });
    }
    case 'empty':
      return fail({ reason: 'missing', problem: createProblem('ledger-missing', { folder }) });
    case 'newer':
      return toUnusable(createProblem('ledger-too-new', { folder }));
    case 'older':
      return toUnusable(createProblem('ledger-too-old', { folder }));
    case 'corrupt':
      return toUnusable(createProblem('ledger-damaged', { folder }));
    case 'unusable':
      throw opened.error;
  }
}

function openWriter(
  driver: SqliteDriver,
  { folder, nowMs, verify = false }: OpenLedgerOptions,
): Result<OpenLedger, OpenLedgerFailure> {
  createFolder(folder);
  const lockFile = path.join(folder, 'writer.lock');
  for (const file of [lockFile, toFile(folder)]) requireFile(file);
  const lock = acquireWriterLock(driver, lockFile);
  if (!lock.ok) {
    if (lock.error !== 'busy') throw lock.error;
    return fail({ reason: 'busy', problem: createProblem('ledger-busy', { folder }) });
  }
  try {
    const opened = openOrReplace(driver, folder, nowMs, verify);
    return ok({ ...opened, store: releaseOnClose(opened.store, lock.value) });
  } catch (error) {
    lock.value();
    throw error;
  }
}

function toUnusable(problem: Problem): Result<never, OpenLedgerFailure> {
  return fail({ reason: 'unusable', problem });
}

function openOrReplace(driver: SqliteDriver, folder: string, nowMs: number, verify: boolean): OpenLedger {
  const file = toFile(folder);
  finishReplacement(file);
  if (!existsSync(file)) createPrivateFile(file);
  let fileId = readFileId(file);
  const first = openSound(driver, file, verify || hasLeftovers(file));
  const { ledger, problem } =
    typeof first === 'string' ? replaceLedger(driver, file, first, nowMs) : { ledger: first, problem: null };
  const restoring = restoreSetAside(driver, folder, ledger, nowMs);
  if (problem !== null) fileId = readFileId(file);
  const healing = createHealingLedger(ledger, () => {
    const replaced = replaceLedger(driver, file, 'corrupt', nowMs);
    fileId = readFileId(file);
    return replaced;
  });
  const place = (): LedgerPlace => comparePlace(fileId, file);
  return {
    ...healing,
    place,
    keepInPlace(atMs) {
      if (place() === 'kept') return;
      healing.swap((open) => {
        const putBack = putBackLedger(driver, file, open, atMs);
        fileId = readFileId(file);
        return putBack;
      });
    },
    problem: problem ?? restoring,
  };
}

/** The ledger, or why it cannot be used. */
function openSound(driver: SqliteDriver, file: string, verify: boolean): SqliteLedger | 'corrupt' | 'newer' {
  const opened = openForWriting(driver, file, verify);
  if (opened.state === 'unusable') throw opened.error;
  if (opened.state !== 'open') return opened.state === 'newer' ? 'newer' : 'corrupt';
  try {
    return createSqliteLedger(opened.database, opened.close);
  } catch (error) {
    opened.close();
    // A missing table is damage, too, whatever SQLite calls it.
    if (isDamage(error) || toSqliteCode(error) === sqliteCodes.error) return 'corrupt';
    throw error;
  }
}

function releaseOnClose(store: InspectableLedger, release: Dispose): InspectableLedger {
  return {
    ...store,
    close() {
      store.close();
      release();
    },
  };
}

function comparePlace(openId: string | null, file: string): LedgerPlace {
  const id = readFileId(file);
  if (id === null) return 'missing';
  return id === openId ? 'kept' : 'replaced';
}

function toFile(folder: string): string {
  return path.join(folder, 'ledger.db');
}

/** A write-ahead log next to the file means that the last writer did not close it. */
function hasLeftovers(file: string): boolean {
  return (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
}
