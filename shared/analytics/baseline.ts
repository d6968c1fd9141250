import type { Block } from '../domain/block.ts';
import { dayMs } from '../domain/instant.ts';
import { totalTokens } from '../domain/token-usage.ts';

/** What of a block is compared. */
export type BaselineMeasure = 'tokens' | 'freshTokens' | 'costMicroUsd' | 'events';

/** What a person usually uses in a block. Not a limit: a light and a heavy user differ in it under the same plan. */
export type Baseline =
  | { readonly state: 'learning'; readonly blocks: number; readonly blocksNeeded: number }
  | {
      readonly state: 'known';
      readonly blocks: number;
      /** Nine blocks in ten stay below. */
      readonly p90: number;
      readonly min: number;
      readonly max: number;
    };

const blocksNeeded = 5;

/** The baseline over the completed blocks that began in the last days (30 unless told) and have any such usage. */
export function findBaseline(
  blocks: readonly Block[],
  measure: BaselineMeasure,
  nowMs: number,
  lookBackDays = 30,
): Baseline {
  const values = blocks
    .filter(({ kind, startMs }) => kind === 'completed' && startMs >= nowMs - lookBackDays * dayMs)
    .map((block) => measureBlock(block, measure) ?? 0)
    .filter((value) => value > 0)
    .sort((a, b) => a - b);
  const [min] = values;
  const max = values.at(-1);
  if (values.length < blocksNeeded || min === undefined || max === undefined) {
    return { state: 'learning', blocks: values.length, blocksNeeded };
  }
  return { state: 'known', blocks: values.length, p90: percentile(values, 0.9), min, max };
}

/**
 * Linear percentile (Hyndman and Fan's type 7, as spreadsheets have it): never outside of what was seen. The values
 * must be sorted; throws a RangeError when there are none.
 */
export function percentile(sorted: readonly number[], share: number): number {
  const position = (sorted.length - 1) * share;
  const lower = sorted[Math.floor(position)];
  const upper = sorted[Math.ceil(position)];
  if (lower === undefined || upper === undefined) throw new RangeError('no values, or a share outside of 0 to 1');
  return lower + (upper - lower) * (position - Math.floor(position));
}

function measureBlock({ usage, costMicroUsd, events }: Block, measure: BaselineMeasure): number | null {
  switch (measure) {
    case 'tokens':
      return totalTokens(usage);
    case 'freshTokens':
      return usage.inputTokens + usage.outputTokens;
    case 'costMicroUsd':
      return costMicroUsd;
    case 'events':
      return events;
  }
}
