import { renameSync, statSync } from 'node:fs';
import path from 'node:path';
import { dayMs, hourMs, minuteMs } from '../../../../shared/domain/instant.ts';
import { createPrivateFile, removeDatabase } from './replace-ledger.ts';
import type { SqliteLedger } from '../sqlite-ledger.ts';

/** When a copy of the ledger is written, in milliseconds. */
export interface CopyTiming {
  /** A copy is renewed when it is this old and the ledger has changed. */
  readonly everyMs: number;
  /** It waits until nothing has been written for this long, but no longer than `latestMs`. */
  readonly quietMs: number;
  readonly latestMs: number;
}

const defaultTiming: CopyTiming = { everyMs: dayMs, quietMs: 3 * minuteMs, latestMs: hourMs };

/**
 * Keeps a copy beside the ledger, from which it is rebuilt after another program has overwritten or damaged it. Agents
 * keep their logs for weeks, so a copy a day old and the logs together hold everything.
 */
export interface LedgerCopyKeeper {
  /** Writes the copy if it is due. Throws when it cannot be written or the ledger cannot be read throughout. */
  check(open: SqliteLedger): void;
}

/** Where the copy of a ledger's file is. */
export function toCopyPath(file: string): string {
  return path.join(path.dirname(file), 'ledger.copy.db');
}

/** When the copy was written, UTC milliseconds; null when there is none. */
export function readCopyTime(file: string): number | null {
  return statSync(toCopyPath(file), { throwIfNoEntry: false })?.mtimeMs ?? null;
}

/** Builds the keeper of the ledger in a file. A check that finds nothing to do costs two system calls. */
export function createLedgerCopyKeeper(file: string, timing: Partial<CopyTiming> = {}): LedgerCopyKeeper {
  const { everyMs, quietMs, latestMs } = { ...defaultTiming, ...timing };
  let seen = -1;
  let changedAt = -Infinity;
  let dueSince: number | null = null;

  const isDue = (): boolean => {
    const copiedMs = readCopyTime(file);
    if (copiedMs === null) return true;
    const changedMs = Math.max(...['', '-wal'].map((suffix) => timeOf(file + suffix)));
    // After the clock was set back, the copy's time is in the future.
    return changedMs > copiedMs ? Date.now() - copiedMs >= everyMs : copiedMs - Date.now() >= everyMs;
  };

  return {
    check(open) {
      const nowAt = performance.now();
      const writes = open.writes();
      if (writes !== seen) changedAt = nowAt;
      seen = writes;
      if (!isDue()) return void (dueSince = null);
      dueSince ??= nowAt;
      if (nowAt - changedAt < quietMs && nowAt - dueSince < latestMs) return;
      writeCopy(file, open);
      dueSince = null;
    },
  };
}

/** Reading every row shows whether they can be read, and no reader of the copy meets a half-written one. */
function writeCopy(file: string, open: SqliteLedger): void {
  const draft = path.join(path.dirname(file), 'ledger.copying.db');
  removeDatabase(draft);
  try {
    createPrivateFile(draft);
    open.copyTo(draft);
    if (open.guard?.isUntouched() === true) renameSync(draft, toCopyPath(file));
  } finally {
    removeDatabase(draft);
  }
}

function timeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? -Infinity;
}
