import { existsSync, renameSync } from 'node:fs';
import path from 'node:path';

/**
 * The suffixes of SQLite's companion files, and of the database file itself last: until that is moved, an interruption
 * loses nothing.
 */
export const fileSuffixes = ['-wal', '-shm', ''] as const;

/** Why a ledger is set aside: the middle of its new name. */
export type AsideReason = 'corrupt' | 'newer' | 'restored' | 'replaced' | 'rescued';

/** A name for it, `ledger.<why>-<time>.db` in the same folder, that no file has. */
export function toAsideName(file: string, why: AsideReason, nowMs: number): string {
  const stamp = new Date(nowMs).toISOString().replace(/[-:]/g, '').replace(/\.\d+/, '');
  const stem = path.join(path.dirname(file), `ledger.${why}-${stamp}`);
  let target = `${stem}.db`;
  for (let count = 2; fileSuffixes.some((suffix) => existsSync(target + suffix)); count += 1)
    target = `${stem}-${count}.db`;
  return target;
}

/**
 * Renames an unusable ledger and its companion files to `ledger.<why>-<time>.db` in the same folder; returns the new
 * name. Never replaces a file. Throws what the file system throws.
 */
export function setAside(file: string, why: AsideReason, nowMs: number): string {
  const target = toAsideName(file, why, nowMs);
  for (const suffix of fileSuffixes) if (existsSync(file + suffix)) renameSync(file + suffix, target + suffix);
  return target;
}
