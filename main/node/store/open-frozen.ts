import { copyFileSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type OpenedDatabase, openForReading } from './open-database.ts';
import type { SqliteDriver } from '../sqlite/sqlite-driver.ts';

/**
 * Opens a ledger for reading in a folder in which nothing can be written, such as a read-only mount. SQLite needs the
 * index of a write-ahead log, which it cannot create there: without a log the file is opened as one that never changes,
 * otherwise both are copied to a private temporary folder, which is removed at the end. Shows the ledger as it is now.
 */
export function openFrozen(driver: SqliteDriver, file: string): OpenedDatabase {
  if (!hasLog(file)) return openForReading(driver, file, 'immutable');
  let folder: string | null = null;
  const remove = (): void => {
    if (folder !== null) rmSync(folder, { recursive: true, force: true });
  };
  try {
    folder = mkdtempSync(path.join(tmpdir(), 'fuelgauge-'));
    const copy = path.join(folder, 'ledger.db');
    for (const suffix of ['-wal', '']) copyFileSync(file + suffix, copy + suffix);
    const opened = openForReading(driver, copy);
    if (opened.state !== 'open') {
      remove();
      return opened;
    }
    const close = (): void => {
      opened.close();
      remove();
    };
    return { ...opened, close };
  } catch (error) {
    remove();
    return { state: 'unusable', error };
  }
}

/** A mark that changes when the files of a frozen ledger do. */
export function readFrozenMark(file: string): string | null {
  const marks = [file, `${file}-wal`].map((each) => {
    const stats = statSync(each, { bigint: true, throwIfNoEntry: false });
    return stats === undefined ? null : `${stats.dev}:${stats.ino}:${stats.size}:${stats.mtimeNs}`;
  });
  return marks[0] === null ? null : marks.join(' ');
}

function hasLog(file: string): boolean {
  return (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
}
