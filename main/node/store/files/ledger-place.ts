import { lstatSync } from 'node:fs';
import { readFileId } from './file-id.ts';

/**
 * Where the open file is: still under its name, nowhere (deleted), or replaced by another file. `overwritten`: it is in
 * place, but another program has written into it. `unlogged`: it is there, but its write-ahead log is not.
 */
export type LedgerPlace = 'kept' | 'missing' | 'replaced' | 'overwritten' | 'unlogged';

/**
 * Identifies what is under a name: a file, and the link that leads to it, if any. SQLite looks for the write-ahead log
 * where the link leads to, so a link to the same file is another ledger. Null when there is no file.
 */
export function readPlaceId(file: string): string | null {
  const id = readFileId(file);
  const entry = lstatSync(file, { bigint: true, throwIfNoEntry: false });
  return id !== null && entry?.isSymbolicLink() === true ? `${id} through ${entry.dev}:${entry.ino}` : id;
}

/** Compares what is under a name with what was opened. */
export function comparePlace(openId: string | null, file: string): LedgerPlace {
  const id = readPlaceId(file);
  if (id === null) return 'missing';
  return id === openId ? 'kept' : 'replaced';
}
