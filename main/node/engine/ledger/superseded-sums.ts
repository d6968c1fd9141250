import type { TimeSpan } from '../../../../shared/imports/sum-span.ts';
import { findSuperseded, mayCountTwice } from '../../../../shared/imports/superseded-sums.ts';
import type { Clock } from '../../../../shared/ports/clock.ts';
import type { Logger } from '../../../../shared/ports/logger.ts';
import type { HistoryUse } from '../../../../shared/sources/lib/imported-uses/history-use.ts';
import { dropStoredUses } from '../../imports/stored-history.ts';
import type { LedgerAccess } from './ledger-access.ts';
import type { LedgerChange } from './recent-usage.ts';

/** Keeps days from being counted twice whose logs turn up after another tool's sum of them was imported. */
export interface SupersededSums {
  /** The ledger has changed: the next `drop` checks these days. */
  note(change: LedgerChange): void;
  /**
   * Removes the sums of days that have been counted from logs meanwhile; as a reader, leaves that to the writer. Never
   * rejects.
   */
  drop(): Promise<void>;
  /** Runs something that changes what was imported while nothing else does. */
  exclusively<Value>(task: () => Promise<Value>): Promise<Value>;
  /** The ledger is about to be closed: what is left is dropped after the next start. */
  stop(): void;
}

/** Its dependencies. */
interface SupersededSumsParts {
  readonly ledger: LedgerAccess;
  readonly dataFolder: string;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Reads changed imports into the ledger. */
  readonly rescan: () => Promise<void>;
}

/** Builds it; nothing is looked at before the first change. */
export function createSupersededSums(parts: SupersededSumsParts): SupersededSums {
  let pending: TimeSpan | 'all' | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let isStopped = false;

  const exclusively = <Value>(task: () => Promise<Value>): Promise<Value> => {
    const next = last.then(task);
    last = next.catch(() => undefined);
    return next;
  };

  const dropPending = async (): Promise<void> => {
    if (isStopped || pending === null || parts.ledger.role() !== 'writer') return;
    const span = pending === 'all' ? null : pending;
    pending = null;
    const store = parts.ledger.store();
    if (!mayCountTwice(store, span)) return;
    const find = (uses: readonly HistoryUse[]): ReadonlySet<HistoryUse> => findSuperseded(store, uses);
    if (await dropStoredUses(parts.dataFolder, find, parts.clock.nowMs())) await parts.rescan();
  };

  return {
    note(change) {
      if (change === 'recent' || pending === 'all') return;
      pending = change === 'all' ? 'all' : addMinutes(pending, change.changedMinutes);
    },
    drop() {
      if (pending === null) return Promise.resolve();
      return exclusively(dropPending).catch((error: unknown) => {
        if (isStopped) return;
        // Nothing was lost: the next `drop` tries again.
        pending = 'all';
        parts.logger.warn(`imported sums could not be compared with the logs: ${String(error)}`);
      });
    },
    exclusively,
    stop: () => void (isStopped = true),
  };
}

/** The span with these minutes, which ascend. */
function addMinutes(span: TimeSpan | null, minutes: readonly number[]): TimeSpan | null {
  const [first, last] = [minutes[0], minutes.at(-1)];
  if (first === undefined || last === undefined) return span;
  return { fromMs: Math.min(span?.fromMs ?? first, first), toMs: Math.max(span?.toMs ?? last, last) };
}
