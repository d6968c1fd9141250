import { buildBlocks, type BlockOptions } from '../../../../shared/analytics/blocks.ts';
import { toHourSums, type Extent } from '../../../../shared/analytics/sum-queries.ts';
import type { Block } from '../../../../shared/domain/block.ts';
import type { SourceId } from '../../../../shared/domain/ids.ts';
import { dayMs, floorTo, hourMs, minuteMs } from '../../../../shared/domain/instant.ts';
import type { UsageCell } from '../../../../shared/domain/usage-cell.ts';
import type { EventStore } from '../../../../shared/ports/event-store.ts';

/** Usage this old is read in hours. */
const coarseAfterMs = dayMs;

/** The input for building the blocks of a ledger. */
export interface LedgerBlocksQuery extends BlockOptions {
  readonly source: SourceId | null;
  /** The first and last time of the ledger; null when it is empty. */
  readonly extent: Extent | null;
}

/**
 * All blocks of a ledger, as `buildBlocks` would build them from its minutes. Most blocks begin and end on full hours,
 * so sums of hours are enough; an hour within which a block begins or ends is read in minutes, which can reveal more of
 * them, so this repeats until no such hour is left.
 */
export function buildLedgerBlocks(
  store: Pick<EventStore, 'cells' | 'sums'>,
  { source, extent, ...options }: LedgerBlocksQuery,
): readonly Block[] {
  if (extent === null) return [];
  const coarseUntilMs = Math.max(0, floorTo(options.nowMs - coarseAfterMs, hourMs));
  const readMinutes = (fromMs: number, toMs?: number): readonly UsageCell[] =>
    store.cells({ fromMs, toMs, source: source ?? undefined, grainMs: minuteMs });

  let hours = store.sums(toHourSums(source, options.book, extent, coarseUntilMs));
  const minutes = [...readMinutes(coarseUntilMs)];
  const fineHours = new Set<number>();
  for (;;) {
    const blocks = buildBlocks([...hours, ...minutes], options);
    const found = findDividedHours(blocks, coarseUntilMs).filter((startMs) => !fineHours.has(startMs));
    if (found.length === 0) return blocks;
    for (const startMs of found) {
      fineHours.add(startMs);
      minutes.push(...readMinutes(startMs, startMs + hourMs));
    }
    hours = hours.filter(({ startMs }) => !fineHours.has(floorTo(startMs, hourMs)));
  }
}

/** The starts of the hours within which a block begins or ends, before some time. */
function findDividedHours(blocks: readonly Block[], toMs: number): readonly number[] {
  const edges = blocks.flatMap(({ startMs, endMs }) => [startMs, endMs]);
  const hours = edges.filter((atMs) => atMs % hourMs !== 0).map((atMs) => floorTo(atMs, hourMs));
  return [...new Set(hours)].filter((startMs) => startMs < toMs);
}
