import { existsSync, renameSync } from 'node:fs';
import path from 'node:path';

/** SQLite's companions of a database file, and the file itself last: until it is moved, nothing is lost by a stop. */
export const fileSuffixes = ['-wal', '-shm', ''] as const;

/**
 * Renames a ledger that we cannot use, with its companions, to `ledger.<why>-<time>.db` beside it; returns the new
 * name. Never replaces a file. Throws what the file system throws.
 */
export function setAside(file: string, why: 'corrupt' | 'newer' | 'restored' | 'replaced', nowMs: number): string {
  const stamp = new Date(nowMs).toISOString().replace(/[-:]/g, '').replace(/\.\d+/, '');
  const stem = path.join(path.dirname(file), `ledger.${why}-${stamp}`);
  let target = `${stem}.db`;
  for (let count = 2; fileSuffixes.some((suffix) => existsSync(target + suffix)); count += 1)
    target = `${stem}-${count}.db`;
  for (const suffix of fileSuffixes) if (existsSync(file + suffix)) renameSync(file + suffix, target + suffix);
  return target;
}
