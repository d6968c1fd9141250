import type { Dispose } from '../../../../shared/lib/disposable.ts';
import type { Problem } from '../../../../shared/domain/problem.ts';
import { createEmitter } from '../../../../shared/lib/emitter.ts';
import type { InspectableLedger } from '../../../../shared/ledger/ledger-contents.ts';
import type { ReplacedLedger } from './replace-ledger.ts';
import type { SqliteLedger } from '../sqlite-ledger.ts';
import { isDamage, isSuspicious } from '../store-errors.ts';

/** Beyond this, the disk is probably at fault, and every replacement leaves a file behind. */
const maxReplacements = 3;

/** A ledger that is replaced when it turns out to be damaged during use. */
export interface HealingLedger {
  readonly store: InspectableLedger;
  commitVersion(): number;
  /** Replaces the open ledger with another one; `replaceOpen` closes the old one. */
  swap(replaceOpen: (open: SqliteLedger) => ReplacedLedger): void;
  /** Runs work on the open ledger that must not be repeated on a replacement. */
  use<Value>(work: (open: SqliteLedger) => Value): Value;
  /** Runs work that takes in the contents of another ledger; it returns null when there was nothing to take in. */
  takeIn(work: (open: SqliteLedger) => { readonly problem: Problem | null } | null): void;
  /**
   * Reports that the store now uses another ledger or has taken one in, and what the user should know; read the logs
   * again from its cursors.
   */
  onReplaced(listener: (problem: Problem | null) => void): Dispose;
}

/** How a ledger is repaired. */
export interface LedgerRepair {
  /** Replaces a damaged ledger, which has been closed. */
  replace(): ReplacedLedger;
  /** Rebuilds a ledger whose file another program has written into, and closes it; null when none has. */
  rebuild(open: SqliteLedger): ReplacedLedger | null;
}

/**
 * Builds it on an open ledger. Reads are retried on the replacement. Writes are not: they depend on cursors that the
 * replacement does not have, so their error is rethrown.
 */
export function createHealingLedger(first: SqliteLedger, repair: LedgerRepair): HealingLedger {
  const replaced = createEmitter<Problem | null>();
  let ledger = first;
  let isBroken = false;
  let isChecked = false;
  let replacements = 0;

  const isBecauseOfDamage = (error: unknown): boolean => {
    if (isDamage(error)) return true;
    if (isChecked || !isSuspicious(error)) return false;
    isChecked = true;
    return !ledger.isSound();
  };

  const replaceDamaged = (): ReplacedLedger => {
    if (!isBroken) closeQuietly(ledger);
    isBroken = true;
    return repair.replace();
  };

  const use = (next: ReplacedLedger): void => {
    ledger = next.ledger;
    isBroken = false;
    isChecked = false;
    replaced.emit(next.problem);
  };

  const heal = (): void => {
    const next = (isBroken ? null : repair.rebuild(ledger)) ?? replaceDamaged();
    replacements += 1;
    use(next);
  };

  const attempt = <Value>(work: (ledger: SqliteLedger) => Value, isRepeated: boolean): Value => {
    // The last replacement could not be written, e.g. on a full disk.
    if (isBroken) heal();
    try {
      return work(ledger);
    } catch (error) {
      if (replacements >= maxReplacements || !isBecauseOfDamage(error)) throw error;
      heal();
      if (!isRepeated) throw error;
      return work(ledger);
    }
  };

  return {
    onReplaced: replaced.on,
    swap: (replaceOpen) => use(replaceOpen(ledger)),
    use: (work) => attempt(work, false),
    takeIn(work) {
      const taken = attempt(work, false);
      if (taken !== null) replaced.emit(taken.problem);
    },
    commitVersion: () => attempt((current) => current.commitVersion(), true),
    store: toHealingStore(attempt, () => {
      if (!isBroken) ledger.close();
    }),
  };
}

/** Runs work on the open ledger, and after a repair once more if it `isRepeated`. */
type Attempt = <Value>(work: (ledger: SqliteLedger) => Value, isRepeated: boolean) => Value;

function toHealingStore(attempt: Attempt, close: () => void): InspectableLedger {
  return {
    cursors: () => attempt((current) => current.cursors(), true),
    knownFiles: () => attempt((current) => current.knownFiles(), true),
    cursor: (path) => attempt((current) => current.cursor(path), true),
    apply: (batches) => attempt((current) => current.apply(batches), false),
    forgetSource: (source) => attempt((current) => current.forgetSource(source), false),
    cells: (query) => attempt((current) => current.cells(query), true),
    sums: (query) => attempt((current) => current.sums(query), true),
    limitReadings: (query) => attempt((current) => current.limitReadings(query), true),
    latestLimitReadings: (atMs) => attempt((current) => current.latestLimitReadings(atMs), true),
    processUsage: (query) => attempt((current) => current.processUsage(query), true),
    addProcessUsage: (rows) => attempt((current) => current.addProcessUsage(rows), false),
    thinProcessUsage: (order) => attempt((current) => current.thinProcessUsage(order), false),
    activity: (query) => attempt((current) => current.activity(query), true),
    activityCursors: () => attempt((current) => current.activityCursors(), true),
    recordActivity: (batch) => attempt((current) => current.recordActivity(batch), false),
    thinActivity: (order) => attempt((current) => current.thinActivity(order), false),
    forgetActivity: (order) => attempt((current) => current.forgetActivity(order), false),
    stats: () => attempt((current) => current.stats(), true),
    refreshRollups: () => attempt((current) => current.refreshRollups(), true),
    compact: (order) => attempt((current) => current.compact(order), false),
    contents: () => attempt((current) => current.contents(), true),
    close,
  };
}

function closeQuietly(ledger: SqliteLedger): void {
  try {
    ledger.close();
  } catch {
    // It is damaged and about to be replaced.
  }
}
