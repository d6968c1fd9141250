import { existsSync, statSync } from 'node:fs';
import type { Problem } from '../../../../shared/domain/problem.ts';
import { convertNames } from '../names/convert-names.ts';
import { createHealingLedger, type HealingLedger, type LedgerRepair } from './healing-ledger.ts';
import { createLedgerCopyKeeper, type CopyTiming, toCopyPath } from './ledger-copy.ts';
import { openForWriting } from '../open-database.ts';
import { comparePlace, type LedgerPlace, readPlaceId } from '../files/ledger-place.ts';
import { rebuildLedger } from './rebuild-ledger.ts';
import {
  createPrivateFile,
  finishReplacement,
  putBackLedger,
  removeDatabase,
  replaceLedger,
} from './replace-ledger.ts';
import { rescue } from './rescue.ts';
import { restoreSetAside } from './restore-set-aside.ts';
import { createSqliteLedger, type SqliteLedger } from '../sqlite-ledger.ts';
import { type SqliteDriver, sqliteCodes, toSqliteCode } from '../../sqlite/sqlite-driver.ts';
import { isDamage } from '../store-errors.ts';

/** An open ledger whose contents stay in place whatever happens to its file. */
export interface KeptLedger extends HealingLedger {
  place(): LedgerPlace;
  /** Restores the ledger if its file was deleted, replaced or overwritten, and takes in rescued contents. */
  keepInPlace(nowMs: number): void;
  /** Leaves the contents for another writer. */
  rescue(nowMs: number): void;
  readonly problem: Problem | null;
}

/** How to open it. */
export interface KeptLedgerOptions {
  readonly driver: SqliteDriver;
  readonly folder: string;
  readonly file: string;
  readonly nowMs: number;
  readonly verify: boolean;
  readonly copyTiming?: Partial<CopyTiming> | undefined;
}

/**
 * Opens the ledger in a file for the process that holds the writer's lock; creates it where there is none, replaces it
 * where it cannot be used. Throws what SQLite and the system throw.
 */
export function openKeptLedger({ driver, folder, file, nowMs, verify, copyTiming }: KeptLedgerOptions): KeptLedger {
  finishReplacement(file);
  if (!existsSync(file)) createPrivateFile(file);
  let fileId = readPlaceId(file);
  const first = openSound(driver, file, verify || hasLeftovers(file));
  const { ledger, problem } =
    typeof first === 'string' ? replaceLedger(driver, file, first, nowMs) : { ledger: first, problem: null };
  const restored = restoreSetAside(driver, folder, ledger, nowMs);
  if (problem !== null) fileId = readPlaceId(file);

  const noteFile = <Value>(value: Value): Value => {
    fileId = readPlaceId(file);
    return value;
  };
  const placeOf = (open: SqliteLedger): LedgerPlace => {
    const place = comparePlace(fileId, file);
    if (place !== 'kept') return place;
    if (open.guard?.isUntouched() === false) return 'overwritten';
    return open.isLogInPlace() ? 'kept' : 'unlogged';
  };
  // Damage shows long after the opening.
  const repair: LedgerRepair = {
    replace: () => noteFile(replaceLedger(driver, file, 'corrupt', Date.now())),
    rebuild: (open) =>
      placeOf(open) === 'overwritten' ? noteFile(rebuildLedger(driver, file, open, Date.now())) : null,
  };
  const healing = createHealingLedger(ledger, repair);
  const copies = createLedgerCopyKeeper(file, copyTiming);
  const place = (): LedgerPlace => healing.use(placeOf);
  return {
    ...healing,
    store: {
      ...healing.store,
      forgetActivity(order) {
        const rows = healing.store.forgetActivity(order);
        // The daily copy still has the rows; the next one is made soon.
        removeDatabase(toCopyPath(file));
        return rows;
      },
    },
    place,
    keepInPlace(atMs) {
      const found = place();
      if (found === 'overwritten') healing.swap((open) => noteFile(rebuildLedger(driver, file, open, atMs)));
      else if (found !== 'kept') healing.swap((open) => noteFile(putBackLedger(driver, file, open, found, atMs)));
      healing.takeIn((open) => {
        const result = restoreSetAside(driver, folder, open, atMs);
        return result.hasTaken || result.problem !== null ? result : null;
      });
      healing.use(copies.check);
    },
    rescue: (atMs) => healing.use((open) => rescue(file, open.copyTo, atMs)),
    problem: problem ?? restored.problem,
  };
}

/** The ledger, or why it cannot be used. */
function openSound(driver: SqliteDriver, file: string, verify: boolean): SqliteLedger | 'corrupt' | 'newer' {
  const opened = openForWriting(driver, file, verify);
  if (opened.state === 'unusable') throw opened.error;
  if (opened.state !== 'open') return opened.state === 'newer' ? 'newer' : 'corrupt';
  try {
    if (convertNames(opened.database)) {
      // All pages are this process's own work.
      opened.log?.guard.note(null);
      // The copy holds the names in their old form.
      removeDatabase(toCopyPath(file));
    }
    return createSqliteLedger(opened.database, opened.close, opened);
  } catch (error) {
    opened.close();
    // A missing table is also damage, whatever SQLite calls it.
    if (isDamage(error) || toSqliteCode(error) === sqliteCodes.error) return 'corrupt';
    throw error;
  }
}

/** A write-ahead log next to the file means that the last writer did not close it. */
function hasLeftovers(file: string): boolean {
  return (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
}
