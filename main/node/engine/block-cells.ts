import { toHourSums, type Extent } from '../../../shared/analytics/sum-queries.ts';
import type { BlockOptions } from '../../../shared/analytics/blocks.ts';
import type { SourceId } from '../../../shared/domain/ids.ts';
import { dayMs, floorTo, hourMs, minuteMs } from '../../../shared/domain/instant.ts';
import type { UsageCell } from '../../../shared/domain/usage-cell.ts';
import type { EventStore } from '../../../shared/ports/event-store.ts';

/** Blocks that end this long before now, and before any window reported by a provider, begin and end on full hours. */
const finalAfterMs = dayMs;

/** The input for building the blocks of a ledger. */
export interface BlockCellsQuery extends BlockOptions {
  readonly source: SourceId | null;
  /** Null: the ledger is empty. */
  readonly extent: Extent | null;
}

/**
 * Reads the cells that `buildBlocks` needs for every block in the ledger: minutes for the last few days only, and
 * hourly sums before that, because years of minutes take seconds and hundreds of megabytes.
 */
export function readBlockCells(
  store: Pick<EventStore, 'cells' | 'sums'>,
  { nowMs, anchorResetMs, book, source, extent }: BlockCellsQuery,
): readonly UsageCell[] {
  if (extent === null) return [];
  const earliestMs = Math.min(nowMs, ...(anchorResetMs?.values() ?? []));
  const boundaryMs = Math.max(0, floorTo(earliestMs - finalAfterMs, hourMs));
  return [
    ...store.sums(toHourSums(source, book, extent, boundaryMs)),
    ...store.cells({ fromMs: boundaryMs, source: source ?? undefined, grainMs: minuteMs }),
  ];
}
