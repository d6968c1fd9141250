import { mkdirSync, statSync } from 'node:fs';
import path from 'node:path';

/**
 * Creates a folder and its parents, for their owner only; does nothing where it exists. Otherwise throws a system
 * error, `ENOTDIR` when something that is not a folder is in the way. Node's own recursive mkdir never returns where
 * the system refuses new folders with ENOENT, as /proc does.
 */
export function createFolder(folder: string): void {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found?.isDirectory() === true) return;
  if (found !== undefined) throw toNotAFolder(folder);
  const parent = path.dirname(folder);
  if (parent !== folder) createFolder(parent);
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    // Another process may have created it in the meantime. A dangling link also counts as existing.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) throw toNotAFolder(folder);
  }
}

function toNotAFolder(folder: string): Error {
  return Object.assign(new Error(`not a folder: ${folder}`), { code: 'ENOTDIR' });
}
