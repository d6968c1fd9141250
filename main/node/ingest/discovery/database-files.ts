import { stat } from 'node:fs/promises';
import { toFileFacts, type FileFacts } from './file-identity.ts';
import { isMissing } from './file-problem.ts';

/** The files that SQLite keeps next to a database; https://sqlite.org/tempfiles.html */
export type CompanionFile = 'wal' | 'shm' | 'journal';

/** The path of one of a database's companion files. */
export function companionOf(path: string, companion: CompanionFile): string {
  return `${path}-${companion}`;
}

/** The database that a companion file belongs to; null when the name is not that of a companion file. */
export function databaseOf(path: string): string | null {
  const match = /^(.+)-(?:wal|shm|journal)$/.exec(path);
  return match?.[1] ?? null;
}

/**
 * The metadata of a database and its write-ahead log combined, since a change appears in the log first. Rejects as
 * `stat` does when there is no database.
 */
export async function statDatabase(path: string): Promise<FileFacts> {
  const facts = toFileFacts(await stat(path));
  const wal = await statCompanion(path, 'wal');
  if (wal === null) return facts;
  return { size: facts.size + wal.size, mtimeMs: Math.max(facts.mtimeMs, wal.mtimeMs), inode: facts.inode };
}

/** The metadata of a companion file; null when it does not exist. */
export async function statCompanion(path: string, companion: CompanionFile): Promise<FileFacts | null> {
  try {
    return toFileFacts(await stat(companionOf(path, companion)));
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}
