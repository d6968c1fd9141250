import type { Problem } from '../../../shared/domain/problem.ts';
import type { Dispose } from '../../../shared/lib/disposable.ts';
import { createEmitter } from '../../../shared/lib/emitter.ts';
import { ok, type Result } from '../../../shared/lib/result.ts';
import type { Clock } from '../../../shared/ports/clock.ts';
import type { LedgerStore } from '../../../shared/ports/ledger-store.ts';
import { openLedger } from '../store/open-ledger.ts';
import { openForUse, type UsableLedger } from './open-for-use.ts';

/**
 * `writer`: this process reads the logs into the ledger. `reader`: another process does, and this one shows the result.
 */
export type LedgerRole = 'writer' | 'reader';

/** This process's open ledger and its role, which changes when the writer ends. */
export interface LedgerAccess {
  role(): LedgerRole;
  /** The open ledger. Do not keep a reference: a takeover or a replaced file changes it. */
  store(): LedgerStore;
  /** What the person should know about the ledger itself; null when all is well. */
  problem(): Problem | null;
  /** Becomes the writer if there is none. Returns whether this process is the writer now. Never throws. */
  claim(): boolean;
  /** For a reader: whether anything was committed since the last call, or the ledger's file was replaced. */
  hasNews(): boolean;
  /** For the writer: restores the ledger if its file was deleted or replaced. Throws when that fails. */
  keepInPlace(): void;
  /** This process has become the writer. */
  onTakeover(listener: () => void): Dispose;
  /** The store is now backed by another ledger; its cursors may differ. */
  onReplaced(listener: () => void): Dispose;
  close(): void;
}

/** Delay after a failure that a retry is unlikely to fix, e.g. a full disk. */
const afterFailureMs = 15_000;

/**
 * Opens a folder's ledger for writing, or for reading while another Fuelgauge writes it. Fails when neither is
 * possible.
 */
export function openLedgerAccess(folder: string, clock: Clock): Result<LedgerAccess, Problem> {
  const opened = openForUse(folder, clock.nowMs());
  return opened.ok ? ok(createLedgerAccess(folder, clock, opened.value)) : opened;
}

function createLedgerAccess(folder: string, clock: Clock, first: UsableLedger): LedgerAccess {
  const takeovers = createEmitter<void>();
  const replacements = createEmitter<void>();
  let { isWriter, problem } = first;
  let current: UsableLedger = first;
  let version = first.commitVersion();
  let failedAt = -Infinity;

  const use = (next: UsableLedger): void => {
    current.store.close();
    current = next;
    ({ isWriter } = next);
    problem = next.problem ?? problem;
    version = next.commitVersion();
    listenForReplacement();
  };
  const listenForReplacement = (): void => {
    current.onReplaced((replaced) => {
      problem = replaced;
      replacements.emit();
    });
  };
  listenForReplacement();

  const reopen = (): boolean => {
    const next = openLedger({ folder, mode: 'read', nowMs: clock.nowMs() });
    if (next.ok) use({ ...next.value, isWriter: false });
    return next.ok;
  };

  return {
    role: () => (isWriter ? 'writer' : 'reader'),
    store: () => current.store,
    problem: () => problem,
    claim() {
      if (isWriter || performance.now() - failedAt < afterFailureMs) return isWriter;
      const next = openLedger({ folder, mode: 'write', nowMs: clock.nowMs() });
      if (next.ok) {
        use({ ...next.value, isWriter: true });
        takeovers.emit();
      } else if (next.error.reason !== 'busy') failedAt = performance.now();
      return isWriter;
    },
    hasNews() {
      if (current.place() === 'replaced' && reopen()) return true;
      const before = version;
      version = current.commitVersion();
      return version !== before;
    },
    keepInPlace() {
      if (isWriter) current.keepInPlace(clock.nowMs());
    },
    onTakeover: takeovers.on,
    onReplaced: replacements.on,
    close: () => current.store.close(),
  };
}
