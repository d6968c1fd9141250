import { readFileId } from './file-id.ts';

/**
 * Where the open file is: still under its name, nowhere (deleted), or replaced by another file. `overwritten`: it is
 * there, but another program has written into it.
 */
export type LedgerPlace = 'kept' | 'missing' | 'replaced' | 'overwritten';

/** Compares the file under a name with the one that was opened. */
export function comparePlace(openId: string | null, file: string): LedgerPlace {
  const id = readFileId(file);
  if (id === null) return 'missing';
  return id === openId ? 'kept' : 'replaced';
}
