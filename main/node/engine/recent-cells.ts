import { dayMs, floorTo, hourMs, minuteMs } from '../../../shared/domain/instant.ts';
import type { UsageCell } from '../../../shared/domain/usage-cell.ts';
import type { LedgerStore } from '../../../shared/ports/ledger-store.ts';

/** How far back the live surfaces look: this week, and enough before it to find where a block began. */
const spanMs = 9 * dayMs;

/** The cells of the last days, minute by minute, without asking the ledger for all of them at every change. */
export interface RecentCells {
  /** Cells from `spanMs` ago until now (and later, where a clock was wrong), in order. */
  read(nowMs: number): readonly UsageCell[];
  /** Tells that events at or after this instant changed. */
  noteChange(earliestMs: number): void;
}

/**
 * Builds the cache. Everything older than the last full hour is settled: it is asked for once and again only when a
 * change reaches back into it.
 */
export function createRecentCells(store: Pick<LedgerStore, 'cells'>): RecentCells {
  let settled: readonly UsageCell[] = [];
  let settledFromMs = 0;
  let settledToMs = 0;
  return {
    read(nowMs) {
      const fromMs = floorTo(nowMs - spanMs, dayMs);
      const borderMs = floorTo(nowMs - hourMs, hourMs);
      if (settledFromMs !== fromMs || settledToMs > borderMs) {
        settled = store.cells({ fromMs, toMs: borderMs, grainMs: minuteMs });
      } else if (settledToMs < borderMs) {
        settled = [...settled, ...store.cells({ fromMs: settledToMs, toMs: borderMs, grainMs: minuteMs })];
      }
      settledFromMs = fromMs;
      settledToMs = borderMs;
      return [...settled, ...store.cells({ fromMs: borderMs, grainMs: minuteMs })];
    },
    noteChange(earliestMs) {
      if (earliestMs < settledToMs) settledFromMs = 0;
    },
  };
}
