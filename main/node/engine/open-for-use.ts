import type { Problem } from '../../../shared/domain/problem.ts';
import { fail, ok, type Result } from '../../../shared/lib/result.ts';
import { type OpenLedger, openLedger } from '../store/open-ledger.ts';

/** A ledger and the access that this process has to it. */
export interface UsableLedger extends OpenLedger {
  /** False while another Fuelgauge writes it. */
  readonly isWriter: boolean;
}

/** A writer that has just started needs a moment before there is anything to read. */
const patienceMs = 3_000;
const retryMs = 50;

/** Opens the ledger for writing, or for reading when another Fuelgauge writes it. Fails when neither is possible. */
export function openForUse(folder: string, nowMs: number): Result<UsableLedger, Problem> {
  const written = openLedger({ folder, mode: 'write', nowMs });
  if (written.ok) return ok({ ...written.value, isWriter: true });
  if (written.error.reason !== 'busy') return fail(written.error.problem);
  let read = openLedger({ folder, mode: 'read', nowMs });
  for (let waitedMs = 0; !read.ok && read.error.reason === 'missing' && waitedMs < patienceMs; waitedMs += retryMs) {
    sleep(retryMs);
    read = openLedger({ folder, mode: 'read', nowMs });
  }
  return read.ok ? ok({ ...read.value, isWriter: false }) : fail(read.error.problem);
}

/** Blocks the thread: nothing else can be done without a ledger. */
function sleep(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}
