import type { Problem } from '../../../../shared/domain/problem.ts';
import type { Dispose } from '../../../../shared/lib/disposable.ts';
import { createEmitter } from '../../../../shared/lib/emitter.ts';
import { ok, type Result } from '../../../../shared/lib/result.ts';
import type { Clock } from '../../../../shared/ports/clock.ts';
import type { LedgerStore } from '../../../../shared/ports/ledger-store.ts';
import type { CopyTiming } from '../../store/recovery/ledger-copy.ts';
import type { LedgerKeys } from '../../secrets/ledger-key.ts';
import { openLedger, type OpenLedger } from '../../store/open-ledger.ts';
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
  /** The ledger cannot be written where it is, as far as this process knows; then the process is a reader. */
  isReadOnly(): boolean;
  /** What the person should know about the ledger itself; null when all is well. */
  problem(): Problem | null;
  /** Becomes the writer if there is none. Returns whether this process is the writer now. Never throws. */
  claim(): boolean;
  /** For a reader: whether anything was committed since the last call, or the ledger's file was replaced. */
  hasNews(): boolean;
  /** For the writer: restores the ledger if its file was deleted, replaced or overwritten. Throws when that fails. */
  keepInPlace(): void;
  /** This process has become the writer. */
  onTakeover(listener: () => void): Dispose;
  /** This process is no longer the writer: the whole folder was deleted, and another process has created a new one. */
  onDeposed(listener: () => void): Dispose;
  /** The store is now backed by another ledger, or has taken one in; its cursors may differ. */
  onReplaced(listener: () => void): Dispose;
  close(): void;
}

/** Delay after a failure that a retry is unlikely to fix, e.g. a full disk. */
const afterFailureMs = 15_000;

/**
 * Opens a folder's ledger for writing, or for reading while another Fuelgauge writes it. Fails when neither is
 * possible.
 */
export function openLedgerAccess(
  folder: string,
  clock: Clock,
  copyTiming?: Partial<CopyTiming>,
  keys?: LedgerKeys,
): Result<LedgerAccess, Problem> {
  const opened = openForUse(folder, clock.nowMs(), copyTiming, keys);
  return opened.ok ? ok(createLedgerAccess({ folder, clock, copyTiming, keys }, opened.value)) : opened;
}

interface AccessOptions {
  readonly folder: string;
  readonly clock: Clock;
  readonly copyTiming: Partial<CopyTiming> | undefined;
  readonly keys: LedgerKeys | undefined;
}

function createLedgerAccess({ folder, clock, copyTiming, keys }: AccessOptions, first: UsableLedger): LedgerAccess {
  const takeovers = createEmitter<void>();
  const depositions = createEmitter<void>();
  const replacements = createEmitter<void>();
  let current: UsableLedger = first;
  let problem: Problem | null = null;
  let version = 0;
  let failedAt = -Infinity;

  const use = (next: UsableLedger): void => {
    if (next !== current) current.store.close();
    current = next;
    if (next.isWriter && isUnwritable(problem)) problem = null;
    problem = next.problem ?? problem;
    version = next.commitVersion();
    next.onReplaced((replaced) => {
      problem = replaced ?? problem;
      replacements.emit();
    });
  };
  use(first);

  const reopen = (): boolean => {
    const next = openLedger({ folder, mode: 'read', nowMs: clock.nowMs(), keys });
    if (next.ok) use({ ...next.value, isWriter: false });
    return next.ok;
  };

  return {
    role: () => (current.isWriter ? 'writer' : 'reader'),
    store: () => current.store,
    isReadOnly: () => !current.isWriter && isUnwritable(problem),
    problem: () => problem,
    claim() {
      if (current.isWriter || performance.now() - failedAt < afterFailureMs) return current.isWriter;
      const isLost = current.place() === 'missing';
      const next = openLedger({ folder, mode: 'write', nowMs: clock.nowMs(), copyTiming, keys });
      if (next.ok) {
        if (isLost) problem = rescueContents(current, next.value, clock.nowMs()) ?? problem;
        use({ ...next.value, isWriter: true });
        takeovers.emit();
      } else if (next.error.reason !== 'busy') failedAt = performance.now();
      return current.isWriter;
    },
    hasNews() {
      if (current.place() === 'replaced' && reopen()) return true;
      const before = version;
      version = current.commitVersion();
      return version !== before;
    },
    keepInPlace() {
      if (!current.isWriter || current.keepInPlace(clock.nowMs()) === 'kept') return;
      current.rescue(clock.nowMs());
      if (reopen()) depositions.emit();
    },
    onTakeover: takeovers.on,
    onDeposed: depositions.on,
    onReplaced: replacements.on,
    close: () => current.store.close(),
  };
}

/** Whether the ledger cannot be written at all, or not without its key. */
function isUnwritable(problem: Problem | null): boolean {
  return problem !== null && ['ledger-read-only', 'ledger-locked', 'ledger-key'].includes(problem.id);
}

/** The folder is gone, and maybe the writer with it: what this process has open is all there is. */
function rescueContents(lost: OpenLedger, writer: OpenLedger, nowMs: number): Problem | null {
  let problem: Problem | null = null;
  const stop = writer.onReplaced((found) => (problem = found));
  try {
    lost.rescue(nowMs);
    writer.keepInPlace(nowMs);
  } catch {
    // What the logs say is read again.
  }
  stop();
  return problem;
}
