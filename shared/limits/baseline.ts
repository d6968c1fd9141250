import type { Baseline } from '../domain/baseline.ts';
import type { Block } from '../domain/block.ts';
import { blockLimitUnits, measureIn, type BlockLimitUnit } from '../domain/plan.ts';
import type { SourceId } from '../domain/ids.ts';
import { groupBy } from '../lib/group-by.ts';
import { toPercentile } from '../lib/percentile.ts';
import { createSeededRandom } from '../lib/seeded-random.ts';

/** With fewer blocks a 90th percentile is the largest of them. */
const minBlocks = 5;
const resamples = 400;
/** A fixed seed, so that the same history always gives the same interval. */
const seed = 90;

/**
 * The personal baseline of every source, in every unit: the 90th percentile of completed blocks with usage (linear, as in
 * spreadsheets: never above the largest block), with a bootstrap interval. `random` draws the samples.
 */
export function toBaselines(blocks: readonly Block[], random = createSeededRandom(seed)): readonly Baseline[] {
  const completed = blocks.filter(({ kind, events }) => kind === 'completed' && events > 0);
  return [...groupBy(completed, ({ source }) => source)].flatMap(([source, own]) =>
    blockLimitUnits.map((unit) => toBaseline(source, unit, own, random)),
  );
}

function toBaseline(source: SourceId, unit: BlockLimitUnit, blocks: readonly Block[], random: () => number): Baseline {
  const values = blocks.map((block) => measureIn(unit, block)).filter((value) => value !== null);
  const isEnough = values.length >= minBlocks;
  return {
    source,
    unit,
    blocks: values.length,
    p90: isEnough ? toPercentile(values, 90) : null,
    interval: isEnough ? bootstrap(values, random) : null,
    range: values.length === 0 ? null : { min: Math.min(...values), max: Math.max(...values) },
    provenance: 'measured',
  };
}

/** The central 90 % of the percentiles of samples drawn from the values, with replacement. */
function bootstrap(values: readonly number[], random: () => number): NonNullable<Baseline['interval']> {
  const percentiles = Array.from({ length: resamples }, () =>
    toPercentile(
      values.map(() => values[Math.floor(random() * values.length)]!),
      90,
    ),
  );
  return { low: toPercentile(percentiles, 5), high: toPercentile(percentiles, 95) };
}
