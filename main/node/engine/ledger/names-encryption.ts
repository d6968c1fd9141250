import type { NameState } from '../../../../shared/domain/name-encryption.ts';
import { createProblem, type Problem } from '../../../../shared/domain/problem.ts';
import { fail, ok, type Result } from '../../../../shared/lib/result.ts';
import type { LedgerKeys } from '../../secrets/ledger-key.ts';
import { toStoreFailure } from '../../store/store-errors.ts';
import { openLedger } from '../../store/open-ledger.ts';
import { listSetAside, readEncryptionState } from '../../store/names/read-encryption.ts';
import { claimFolder, type FolderClaim } from './folder-claim.ts';

/** How a ledger's names are stored, and the ledgers beside it whose names are as they were when they were set aside. */
export interface LedgerNames {
  readonly names: NameState;
  readonly setAside: readonly string[];
}

/** Reads how the ledger of a folder stores names. */
export async function readLedgerNames(folder: string, keys: LedgerKeys): Promise<LedgerNames> {
  return { names: readEncryptionState(folder, keys), setAside: await listSetAside(folder) };
}

/** Keeps other processes from changing keys until it is released. */
export function claimNames(folder: string): Result<FolderClaim, Problem> {
  const claim = claimFolder(folder, 'encryption');
  if (claim.ok) return claim;
  return fail(
    claim.error === 'busy'
      ? createProblem('ledger-busy', { folder })
      : createProblem('ledger-unusable', { folder, failure: toStoreFailure(claim.error, folder) }),
  );
}

/** Converts the names of a ledger to what the keys require. Fails while another process writes it. */
export function convertLedgerNames(folder: string, keys: LedgerKeys, nowMs: number): Result<null, Problem> {
  const opened = openLedger({ folder, mode: 'write', nowMs, keys });
  if (!opened.ok) return fail(opened.error.problem);
  opened.value.store.close();
  return ok(null);
}
