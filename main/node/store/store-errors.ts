import type { StoreFailure } from '../../../shared/domain/failures.ts';
import { sqliteCodes, toSqliteCode } from './sqlite-driver.ts';

/** The file can be read, but what stands in it does not fit together. */
export class InconsistentLedgerError extends Error {}

/** Why the ledger of a folder cannot be used, from an error that the system or SQLite threw. */
export function toStoreFailure(error: unknown): StoreFailure {
  const system = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  const sqlite = toSqliteCode(error);
  if (system === 'ENOSPC' || system === 'EDQUOT' || sqlite === sqliteCodes.full) return { kind: 'disk-full' };
  if (system === 'EROFS' || system === 'EACCES' || system === 'EPERM' || sqlite === sqliteCodes.readOnly) {
    return { kind: 'no-permission' };
  }
  if (system === 'ENOTDIR' || system === 'EEXIST') return { kind: 'file-in-the-way' };
  if (sqlite === sqliteCodes.cantOpen) return { kind: 'cannot-open' };
  if (sqlite === sqliteCodes.busy) return { kind: 'locked' };
  return { kind: 'other', detail: error instanceof Error ? error.message : String(error) };
}

/** Whether an error of the store means that its file is damaged and must be replaced. */
export function isDamage(error: unknown): boolean {
  if (error instanceof InconsistentLedgerError) return true;
  const code = toSqliteCode(error);
  return code === sqliteCodes.corrupt || code === sqliteCodes.notADatabase;
}

/**
 * Whether an error may come from damage that SQLite has not noticed, such as an index that does not fit its table.
 * Only a thorough check can tell.
 */
export function isSuspicious(error: unknown): boolean {
  const code = toSqliteCode(error);
  return code === sqliteCodes.constraint || code === sqliteCodes.error;
}
