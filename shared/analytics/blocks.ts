import { blockMs, type Block } from '../domain/block.ts';
import type { SourceId } from '../domain/ids.ts';
import { floorTo, hourMs, minuteMs } from '../domain/instant.ts';
import { emptyUsage } from '../domain/token-usage.ts';
import type { UsageCell } from '../domain/usage-cell.ts';
import type { PriceBook } from '../ports/price-book.ts';
import { groupBy } from '../lib/group-by.ts';
import { createUsageSum, type UsageSum } from './usage-sum.ts';
import type { UsageTimeline } from './usage-timeline.ts';

/** Events dated further ahead than clock skew can explain belong to no block. Nearer ones count as happening now. */
const clockSkewMs = 5 * minuteMs;

export interface BlockOptions {
  readonly nowMs: number;
  readonly book: PriceBook;
  /** When the 5-hour windows of a source ended, or will, according to its provider: ascending, UTC milliseconds. */
  readonly anchorResetsMs?: ReadonlyMap<SourceId, readonly number[]>;
}

interface OpenBlock {
  readonly startMs: number;
  readonly endMs: number;
  readonly boundary: Block['boundary'];
  readonly sum: UsageSum;
}

/**
 * Blocks and the gaps between them, source by source, oldest first. A block starts at the full UTC hour of the first
 * event after the previous block and lasts five hours, end excluded (algorithms: ccusage#133 for the hour; the excluded
 * end as in Claude-Code-Usage-Monitor). Where the provider reported a reset, the block that ends there starts five
 * hours before it instead, and cuts the previous block short. At most one block per source is active. Cells may have
 * any grain whose slices do not cross a full hour; use one minute when there is a provider's reset.
 */
export function buildBlocks(cells: Iterable<UsageCell>, options: BlockOptions): readonly Block[] {
  return [...groupBy(cells, (cell) => cell.source)].flatMap(([source, ofSource]) =>
    buildSourceBlocks(source, ofSource, options),
  );
}

function buildSourceBlocks(source: SourceId, cells: readonly UsageCell[], options: BlockOptions): readonly Block[] {
  const { nowMs, book } = options;
  const resetsMs = options.anchorResetsMs?.get(source) ?? [];
  const opened: OpenBlock[] = [];
  for (const { cell, atMs } of inOrder(cells, nowMs)) {
    let block = opened.at(-1);
    if (block === undefined || atMs >= block.endMs) {
      block = startBlock(atMs, block?.endMs ?? -Infinity, resetsMs);
      opened.push(block);
    }
    block.sum.add(cell, book.costOf(cell));
  }
  return opened.flatMap((block, index) => {
    const previousEndMs = opened[index - 1]?.endMs ?? block.startMs;
    const whole = toBlock(source, block, nowMs);
    return previousEndMs < block.startMs ? [toGap(source, previousEndMs, block.startMs), whole] : [whole];
  });
}

/**
 * The active block of one source, as `buildBlocks` would find it in the same cells; null when there is none. Steps from
 * block to block instead of visiting every cell.
 */
export function findActiveBlock(source: SourceId, timeline: UsageTimeline, options: BlockOptions): Block | null {
  const { nowMs } = options;
  const resetsMs = options.anchorResetsMs?.get(source) ?? [];
  const untilMs = nowMs + clockSkewMs;
  let block: OpenBlock | null = null;
  /** End of the previous block. */
  let fromMs = -Infinity;
  while (block === null || block.endMs <= nowMs) {
    fromMs = block?.endMs ?? -Infinity;
    const firstAtMs = timeline.firstAtOrAfter(fromMs);
    if (firstAtMs === null || firstAtMs > untilMs) return null;
    block = startBlock(Math.min(firstAtMs, nowMs), fromMs, resetsMs);
  }
  return toBlock(source, { ...block, sum: timeline.sumBetween(fromMs, Math.floor(untilMs) + 1) }, nowMs);
}

function inOrder(
  cells: readonly UsageCell[],
  nowMs: number,
): readonly { readonly cell: UsageCell; readonly atMs: number }[] {
  return cells
    .filter((cell) => cell.firstAtMs <= nowMs + clockSkewMs)
    .map((cell) => ({ cell, atMs: Math.min(cell.firstAtMs, nowMs) }))
    .sort((a, b) => a.atMs - b.atMs);
}

function startBlock(atMs: number, previousEndMs: number, resetsMs: readonly number[]): OpenBlock {
  const sum = createUsageSum();
  // Of windows that overlap, the later one counts from its start on.
  const index = resetsMs.findLastIndex((resetMs) => resetMs - blockMs <= atMs);
  const resetMs = resetsMs[index] ?? -Infinity;
  const nextStartMs = (resetsMs[index + 1] ?? Infinity) - blockMs;
  if (atMs < resetMs) {
    return { startMs: resetMs - blockMs, endMs: Math.min(resetMs, nextStartMs), boundary: 'official', sum };
  }
  // The full hour may fall inside an official window that ended during that hour.
  const startMs = Math.max(floorTo(atMs, hourMs), previousEndMs, resetMs);
  return { startMs, endMs: Math.min(startMs + blockMs, nextStartMs), boundary: 'estimated', sum };
}

function toBlock(source: SourceId, { startMs, endMs, boundary, sum }: OpenBlock, nowMs: number): Block {
  const { events, usage, costMicroUsd, unpricedModels } = sum.totals();
  const span = sum.span();
  return {
    source,
    kind: nowMs < endMs ? 'active' : 'completed',
    startMs,
    endMs,
    firstAtMs: span?.firstAtMs ?? null,
    lastAtMs: span?.lastAtMs ?? null,
    events,
    usage,
    costMicroUsd,
    unpricedModels,
    models: sum.models(),
    boundary,
  };
}

function toGap(source: SourceId, startMs: number, endMs: number): Block {
  return {
    source,
    kind: 'gap',
    startMs,
    endMs,
    firstAtMs: null,
    lastAtMs: null,
    events: 0,
    usage: emptyUsage,
    costMicroUsd: 0,
    unpricedModels: [],
    models: [],
    boundary: 'estimated',
  };
}
