import type { Dispose } from '../../../shared/lib/disposable.ts';
import type { Problem } from '../../../shared/domain/problem.ts';
import { createEmitter } from '../../../shared/lib/emitter.ts';
import type { InspectableLedger } from '../../../shared/ledger/ledger-contents.ts';
import type { ReplacedLedger } from './replace-ledger.ts';
import type { SqliteLedger } from './sqlite-ledger.ts';
import { isDamage, isSuspicious } from './store-errors.ts';

/** Beyond this, the disk is probably at fault, and every replacement leaves a file behind. */
const maxReplacements = 3;

/** A ledger that is replaced when it turns out to be damaged during use. */
export interface HealingLedger {
  readonly store: InspectableLedger;
  commitVersion(): number;
  /** Replaces the open ledger with one of the same contents; `replaceOpen` closes the old one. */
  swap(replaceOpen: (open: SqliteLedger) => ReplacedLedger): void;
  /** Reports that the store now uses another ledger, and why; read the logs again from its cursors. */
  onReplaced(listener: (problem: Problem) => void): Dispose;
}

/**
 * Builds it on an open ledger. Reads are retried on the replacement. Writes are not: they depend on cursors that the
 * replacement does not have, so their error is rethrown.
 */
export function createHealingLedger(first: SqliteLedger, replace: () => ReplacedLedger): HealingLedger {
  const replaced = createEmitter<Problem>();
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

  const heal = (): void => {
    if (!isBroken) closeQuietly(ledger);
    isBroken = true;
    const next = replace();
    replacements += 1;
    ledger = next.ledger;
    isBroken = false;
    isChecked = false;
    replaced.emit(next.problem);
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
    swap(replaceOpen) {
      const next = replaceOpen(ledger);
      ledger = next.ledger;
      replaced.emit(next.problem);
    },
    commitVersion: () => attempt((current) => current.commitVersion(), true),
    store: {
      cursors: () => attempt((current) => current.cursors(), true),
      knownFiles: () => attempt((current) => current.knownFiles(), true),
      cursor: (path) => attempt((current) => current.cursor(path), true),
      apply: (batches) => attempt((current) => current.apply(batches), false),
      cells: (query) => attempt((current) => current.cells(query), true),
      sums: (query) => attempt((current) => current.sums(query), true),
      limitReadings: (query) => attempt((current) => current.limitReadings(query), true),
      latestLimitReadings: (atMs) => attempt((current) => current.latestLimitReadings(atMs), true),
      stats: () => attempt((current) => current.stats(), true),
      refreshRollups: () => attempt((current) => current.refreshRollups(), true),
      compact: (order) => attempt((current) => current.compact(order), false),
      contents: () => attempt((current) => current.contents(), true),
      close: () => {
        if (!isBroken) ledger.close();
      },
    },
  };
}

function closeQuietly(ledger: SqliteLedger): void {
  try {
    ledger.close();
  } catch {
    // It is damaged and about to be replaced.
  }
}
