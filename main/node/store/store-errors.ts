import { sqliteCodes, toSqliteCode } from './sqlite-driver.ts';

/** The file can be read, but what stands in it does not fit together. */
export class InconsistentLedgerError extends Error {}

/**
 * One sentence for people: why the ledger in a folder cannot be used, and what to do. `isOpen`: it goes on being
 * tried.
 */
export function describeStoreError(error: unknown, folder: string, isOpen = false): string {
  const system = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  const sqlite = toSqliteCode(error);
  if (system === 'ENOSPC' || system === 'EDQUOT' || sqlite === sqliteCodes.full) {
    const remedy = isOpen ? 'Make room, and it goes on by itself.' : 'Make room and start it again.';
    return `The disk is full: Fuelgauge cannot write its ledger in ${folder}. ${remedy}`;
  }
  if (system === 'EROFS' || system === 'EACCES' || system === 'EPERM' || sqlite === sqliteCodes.readOnly) {
    return `Fuelgauge may not write in ${folder}. Check who owns that folder and whether it can be written to.`;
  }
  if (system === 'ENOTDIR' || system === 'EEXIST') {
    return `Fuelgauge cannot keep its ledger in ${folder}: a file is in the way of that folder.`;
  }
  if (sqlite === sqliteCodes.cantOpen) {
    return `Fuelgauge cannot open its ledger in ${folder}. Check that the folder can be read and written to.`;
  }
  if (sqlite === sqliteCodes.busy) {
    const remedy = isOpen ? 'Fuelgauge goes on by itself when that is over.' : 'Try again later.';
    return `Another program keeps the ledger in ${folder} locked. ${remedy}`;
  }
  return `Fuelgauge cannot use its ledger in ${folder}: ${error instanceof Error ? error.message : String(error)}`;
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
