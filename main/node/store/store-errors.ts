import { statfsSync } from 'node:fs';
import type { StoreFailure } from '../../../shared/domain/failures.ts';
import { NotAFileError } from './files/require-file.ts';
import { sqliteCodes, toSqliteCode } from '../sqlite/sqlite-driver.ts';

/** The file can be read, but its contents are inconsistent. */
export class InconsistentLedgerError extends Error {}

/** Another program has written into the file while it was open. */
export class OverwrittenLedgerError extends Error {
  constructor() {
    super('the ledger was overwritten by another program');
  }
}

/** Converts an error from the system or SQLite to the reason why a folder's ledger cannot be used. */
export function toStoreFailure(error: unknown, folder: string): StoreFailure {
  if (error instanceof NotAFileError) return { kind: 'not-a-file', path: error.path };
  const system = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  const sqlite = toSqliteCode(error);
  const kind = kindsBySystemCode[system ?? ''] ?? kindsBySqliteCode[sqlite ?? 0];
  if (kind !== undefined) return { kind };
  if (sqlite === sqliteCodes.io && isFull(folder)) return { kind: 'disk-full' };
  return { kind: 'other', detail: error instanceof Error ? error.message : String(error) };
}

type PlainKind = Exclude<StoreFailure['kind'], 'not-a-file' | 'other'>;

const kindsBySystemCode: Readonly<Record<string, PlainKind | undefined>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EROFS: 'no-permission',
  EACCES: 'no-permission',
  EPERM: 'no-permission',
  ENOTDIR: 'file-in-the-way',
  EEXIST: 'file-in-the-way',
  ELOOP: 'link-loop',
  ENAMETOOLONG: 'path-too-long',
  // A missing folder would be created, so this one cannot be.
  ENOENT: 'no-folders-allowed',
};

const kindsBySqliteCode: Readonly<Record<number, PlainKind | undefined>> = {
  [sqliteCodes.full]: 'disk-full',
  [sqliteCodes.readOnly]: 'no-permission',
  [sqliteCodes.cantOpen]: 'cannot-open',
  [sqliteCodes.busy]: 'locked',
};

/** SQLite reports a plain I/O error when the file that it shares with other processes does not fit on the disk. */
function isFull(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize < sharedMemoryBytes;
  } catch {
    return false;
  }
}

const sharedMemoryBytes = 32_768;

/** Whether an error of the store means that its file is damaged and must be replaced. */
export function isDamage(error: unknown): boolean {
  if (error instanceof InconsistentLedgerError || error instanceof OverwrittenLedgerError) return true;
  const code = toSqliteCode(error);
  return code === sqliteCodes.corrupt || code === sqliteCodes.notADatabase;
}

/**
 * Whether an error may come from damage that SQLite has not noticed, such as an index that does not match its table.
 * Only a thorough check can tell.
 */
export function isSuspicious(error: unknown): boolean {
  const code = toSqliteCode(error);
  return code === sqliteCodes.constraint || code === sqliteCodes.error;
}
