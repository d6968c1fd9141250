import { stat } from 'node:fs/promises';
import { toFileFacts, type FileFacts } from './file-identity.ts';
import { isMissing } from './file-problem.ts';

/** The files that SQLite keeps beside a database; https://sqlite.org/tempfiles.html */
export type CompanionFile = 'wal' | 'shm' | 'journal';

/** Where a database has one of its companions. */
export function companionOf(path: string, companion: CompanionFile): string {
  return `${path}-${companion}`;
}

/** The database that a companion belongs to; null when the name is none of a companion. */
export function databaseOf(path: string): string | null {
  const match = /^(.+)-(?:wal|shm|journal)$/.exec(path);
  return match?.[1] ?? null;
}

/**
 * What the system says of a database: of it and of its write-ahead log together, since a change stands in the log first.
 * Rejects as `stat` does when there is no database.
 */
export async function lookAtDatabase(path: string): Promise<FileFacts> {
  const facts = toFileFacts(await stat(path));
  const wal = await lookAtCompanion(path, 'wal');
  if (wal === null) return facts;
  return { size: facts.size + wal.size, mtimeMs: Math.max(facts.mtimeMs, wal.mtimeMs), inode: facts.inode };
}

/** What the system says of a companion; null when it is not there. */
export async function lookAtCompanion(path: string, companion: CompanionFile): Promise<FileFacts | null> {
  try {
    return toFileFacts(await stat(companionOf(path, companion)));
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}
