import path from 'node:path';
import { createProblem, type Problem } from '../../../shared/domain/problem.ts';
import type { InspectableLedger } from '../../../shared/ledger/ledger-contents.ts';
import type { Dispose } from '../../../shared/lib/disposable.ts';
import { fail, ok, type Result } from '../../../shared/lib/result.ts';
import { loadSqlite, sqliteCodes, type SqliteDriver, toSqliteCode } from '../sqlite/sqlite-driver.ts';
import { LockedLedgerError } from './names/name-cipher.ts';
import { type LedgerKeys, noLedgerKeys } from '../secrets/ledger-key.ts';
import { withLedgerKeys } from './names/ledger-keys.ts';
import { createFolder } from './files/create-folder.ts';
import { type KeptLedger, openKeptLedger } from './recovery/kept-ledger.ts';
import { comparePlace, type LedgerPlace, readPlaceId } from './files/ledger-place.ts';
import type { CopyTiming } from './recovery/ledger-copy.ts';
import { openForReading } from './open-database.ts';
import { openFrozen, readFrozenMark } from './open-frozen.ts';
import { requireFile } from './files/require-file.ts';
import { requireWritable } from './files/require-writable.ts';
import { rescue } from './recovery/rescue.ts';
import { createSqliteLedger } from './sqlite-ledger.ts';
import { toStoreFailure } from './store-errors.ts';
import { acquireWriterLock, type WriterLock } from './files/writer-lock.ts';

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
  /** When a writer copies the ledger; by default, once a day. */
  readonly copyTiming?: Partial<CopyTiming> | undefined;
  /** Which SQLite to use; by default, whichever is available. */
  readonly driver?: SqliteDriver['name'];
  /** With which keys names are encrypted; by default, with none. */
  readonly keys?: LedgerKeys | undefined;
}

/** An open ledger. Closing the store releases the writer's lock. */
export interface OpenLedger {
  /** In mode `read`, `apply` throws. */
  readonly store: InspectableLedger;
  /** Changes whenever another process has committed something. Cheap: SQLite reads memory that processes share. */
  commitVersion(): number;
  /** Checks whether the open file is still the one under its name. */
  place(): LedgerPlace;
  /**
   * Restores the ledger if its file was deleted, replaced or overwritten; what was there instead is set aside. Reports
   * this as a replacement. Also writes the daily copy. Only a writer does so. `deposed`: the lock's file is lost, too,
   * and another process has become the writer of a new one; leave the contents to it (`rescue`) and read from now on.
   * Throws when something cannot be written.
   */
  keepInPlace(nowMs: number): 'kept' | 'deposed';
  /** Leaves all contents beside the ledger, for its writer to take in. Throws when they cannot be written. */
  rescue(nowMs: number): void;
  /** What the user should know: the ledger had to be recreated. Null when all is well. */
  readonly problem: Problem | null;
  /**
   * Reports that the store now uses another ledger, or has taken in one that was set aside; the problem is null when
   * all is well.
   */
  onReplaced(listener: (problem: Problem | null) => void): Dispose;
}

/**
 * Why a ledger was not opened. `busy`: another process is writing it, so read it instead. `missing`: there is none to
 * read yet. `locked`: it can only be read, since none of the keys fits. `no-driver`, `unusable`: another try would not help.
 */
export interface OpenLedgerFailure {
  readonly reason: 'busy' | 'missing' | 'locked' | 'no-driver' | 'unusable';
  readonly problem: Problem;
}

/** Opens the ledger of a folder. A ledger that cannot be used is never deleted: a writer sets it aside. */
export function openLedger(options: OpenLedgerOptions): Result<OpenLedger, OpenLedgerFailure> {
  const found = loadSqlite(options.driver);
  if (!found.ok) return fail({ reason: 'no-driver', problem: createProblem('no-sqlite', { minNodeVersion }) });
  const keys = options.keys ?? noLedgerKeys;
  const driver = withLedgerKeys(found.value, keys);
  const { folder } = options;
  if (options.mode === 'write' && (keys.wanted === 'invalid' || keys.wanted === 'missing')) {
    return fail({ reason: 'locked', problem: createProblem('ledger-key', { folder, reason: keys.wanted }) });
  }
  try {
    return options.mode === 'write' ? openWriter(driver, options) : openReader(driver, options.folder);
  } catch (error) {
    if (error instanceof LockedLedgerError) {
      const hasKey = keys.keys.length > 0;
      return fail({ reason: 'locked', problem: createProblem('ledger-locked', { folder, hasKey }) });
    }
    return toUnusable(createProblem('ledger-unusable', { folder, failure: toStoreFailure(error, folder) }));
  }
}

function openReader(driver: SqliteDriver, folder: string): Result<OpenLedger, OpenLedgerFailure> {
  const file = toFile(folder);
  // Before opening, so that a file that replaces it meanwhile is noticed.
  const fileId = readPlaceId(file);
  const mark = readFrozenMark(file);
  const live = fileId === null ? { state: 'empty' as const } : openForReading(driver, file);
  const isFrozen = live.state === 'unusable' && isUnwritable(toSqliteCode(live.error));
  const opened = isFrozen ? openFrozen(driver, file) : live;
  switch (opened.state) {
    case 'open': {
      const store = createSqliteLedger(opened.database, opened.close, { canWrite: false });
      return ok({
        store,
        commitVersion: store.commitVersion,
        place() {
          const place = comparePlace(fileId, file);
          // A frozen ledger does not follow its file: it must be opened again.
          return isFrozen && place === 'kept' && readFrozenMark(file) !== mark ? 'replaced' : place;
        },
        keepInPlace: () => 'kept',
        rescue: (nowMs) => rescue(file, store.copyTo, nowMs),
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

/** SQLite cannot create what it shares with other processes there. */
function isUnwritable(code: number | null): boolean {
  return code === sqliteCodes.cantOpen || code === sqliteCodes.readOnly;
}

function openWriter(
  driver: SqliteDriver,
  { folder, nowMs, verify = false, copyTiming }: OpenLedgerOptions,
): Result<OpenLedger, OpenLedgerFailure> {
  const file = toFile(folder);
  const take = (): Result<WriterLock, 'busy' | Error> => {
    createFolder(folder);
    const lockFile = path.join(folder, 'writer.lock');
    for (const needed of [lockFile, file]) requireFile(needed);
    requireWritable(folder, lockFile, file);
    return acquireWriterLock(driver, lockFile);
  };
  const lock = take();
  if (!lock.ok) {
    if (lock.error !== 'busy') throw lock.error;
    return fail({ reason: 'busy', problem: createProblem('ledger-busy', { folder }) });
  }
  try {
    const kept = openKeptLedger({ driver, folder, file, nowMs, verify, copyTiming });
    return ok(guardWithLock(kept, lock.value, take, nowMs));
  } catch (error) {
    lock.value.release();
    throw error;
  }
}

/** A writer remains one only as long as its lock is the one under its name. */
function guardWithLock(
  kept: KeptLedger,
  first: WriterLock,
  take: () => Result<WriterLock, 'busy' | Error>,
  openedMs: number,
): OpenLedger {
  const openedAt = performance.now();
  let lock = first;
  let isDeposed = false;
  const keepInPlace = (nowMs: number): 'kept' | 'deposed' => {
    if (!lock.isInPlace()) {
      const next = take();
      if (!next.ok && next.error !== 'busy') throw next.error;
      isDeposed = !next.ok;
      if (!next.ok) return 'deposed';
      lock.release();
      lock = next.value;
    }
    kept.keepInPlace(nowMs);
    return 'kept';
  };
  const leave = (): void => {
    try {
      if (isDeposed || (lock.isInPlace() && kept.place() === 'kept')) return;
      const nowMs = openedMs + performance.now() - openedAt;
      if (keepInPlace(nowMs) === 'deposed') kept.rescue(nowMs);
    } catch {
      // It cannot be written. The next start opens what is there.
    }
  };
  return {
    ...kept,
    keepInPlace,
    store: {
      ...kept.store,
      close() {
        leave();
        kept.store.close();
        lock.release();
      },
    },
  };
}

function toUnusable(problem: Problem): Result<never, OpenLedgerFailure> {
  return fail({ reason: 'unusable', problem });
}

function toFile(folder: string): string {
  return path.join(folder, 'ledger.db');
}
