import { createProblem, type Problem } from '../../../../shared/domain/problem.ts';
import { fail, ok, type Result } from '../../../../shared/lib/result.ts';
import type { CopyTiming } from '../../store/recovery/ledger-copy.ts';
import type { LedgerKeys } from '../../secrets/ledger-key.ts';
import { type OpenLedger, openLedger } from '../../store/open-ledger.ts';

/** A ledger and the access that this process has to it. */
export interface UsableLedger extends OpenLedger {
  /** False while another Fuelgauge writes it. */
  readonly isWriter: boolean;
}

/** A writer that has just started needs a moment before there is anything to read. */
const patienceMs = 3_000;
const retryMs = 50;

/**
 * Opens the ledger for writing; for reading when another Fuelgauge writes it, or when it cannot be written at all. Fails
 * when neither is possible.
 */
export function openForUse(
  folder: string,
  nowMs: number,
  copyTiming?: Partial<CopyTiming>,
  keys?: LedgerKeys,
): Result<UsableLedger, Problem> {
  const written = openLedger({ folder, mode: 'write', nowMs, copyTiming, keys });
  if (written.ok) return ok({ ...written.value, isWriter: true });
  const { problem, reason } = written.error;
  if (reason === 'locked') return openReadOnly({ folder, nowMs, keys }, problem, problem);
  if (isReadOnly(problem)) {
    return openReadOnly({ folder, nowMs, keys }, createProblem('ledger-read-only', { folder }), problem);
  }
  if (reason !== 'busy') return fail(problem);
  let read = openLedger({ folder, mode: 'read', nowMs, keys });
  for (let waitedMs = 0; !read.ok && read.error.reason === 'missing' && waitedMs < patienceMs; waitedMs += retryMs) {
    sleep(retryMs);
    read = openLedger({ folder, mode: 'read', nowMs, keys });
  }
  return read.ok ? ok({ ...read.value, isWriter: false }) : fail(read.error.problem);
}

/**
 * Shows what a ledger holds where it cannot be written, e.g. on a read-only mount or without its key; without a ledger,
 * `unwritable` remains.
 */
function openReadOnly(
  request: { readonly folder: string; readonly nowMs: number; readonly keys: LedgerKeys | undefined },
  problem: Problem,
  unwritable: Problem,
): Result<UsableLedger, Problem> {
  const read = openLedger({ ...request, mode: 'read' });
  if (read.ok) return ok({ ...read.value, isWriter: false, problem });
  return fail(read.error.reason === 'missing' ? unwritable : read.error.problem);
}

function isReadOnly(problem: Problem): boolean {
  if (problem.id !== 'ledger-unusable') return false;
  const { kind } = problem.parameters.failure;
  return kind === 'no-permission' || kind === 'cannot-open';
}

/** Blocks the thread: nothing else can be done without a ledger. */
function sleep(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}
