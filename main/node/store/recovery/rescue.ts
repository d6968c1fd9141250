import { renameSync } from 'node:fs';
import path from 'node:path';
import { createFolder } from '../files/create-folder.ts';
import { createPrivateFile, removeDatabase } from './replace-ledger.ts';
import { toAsideName } from './set-aside.ts';

/**
 * Saves the contents of a ledger that has lost its place to another process beside that process's ledger, as
 * `ledger.rescued-<time>.db`: its writer takes it in (see restore-set-aside.ts). Throws when it cannot be written.
 */
export function rescue(file: string, copyTo: (path: string) => void, nowMs: number): void {
  const folder = path.dirname(file);
  createFolder(folder);
  // Others may do the same at the same time.
  const draft = path.join(folder, `ledger.rescuing.${process.pid}.db`);
  removeDatabase(draft);
  try {
    createPrivateFile(draft);
    copyTo(draft);
    renameSync(draft, toAsideName(file, 'rescued', nowMs));
  } finally {
    removeDatabase(draft);
  }
}
