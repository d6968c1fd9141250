import { groupBy } from '../lib/group-by.ts';
import { toPercentile } from '../lib/percentile.ts';
import { createSeededRandom } from '../lib/seeded-random.ts';

/** Minimum values for a week to count; how many weeks represent now; and the minimum and maximum for before. */
const minValues = 4;
const recentWeeks = 2;
const minWeeksBefore = 3;
const maxWeeksBefore = 8;
/** The whole interval of the ratio must lie beyond this. */
const minFactor = 1.15;
const resamples = 200;
/** A fixed seed, so that the same history always gives the same answer. */
const seed = 42;

/** A value above zero, and the week that it belongs to. */
export interface WeeklyValue {
  readonly week: number;
  readonly value: number;
}

/**
 * Whether values have shifted to another level for good: `up`, `down` or null. The medians of the last two weeks both
 * lie beyond those of all weeks before, and the ratio of the two levels differs from 1 by 15 % with all of its 95 %
 * interval. That is a bootstrap by whole weeks, then by values: values of one week have causes in common.
 */
export function findLastingShift(
  values: readonly WeeklyValue[],
  random = createSeededRandom(seed),
): 'up' | 'down' | null {
  const weeks = [...groupBy(values, ({ week }) => week)]
    .sort(([left], [right]) => left - right)
    .map(([, own]) => own.map(({ value }) => Math.log(value)))
    .filter((own) => own.length >= minValues);
  const recent = weeks.slice(-recentWeeks);
  const before = weeks.slice(0, -recentWeeks).slice(-maxWeeksBefore);
  if (before.length < minWeeksBefore) return null;
  const [old, now] = [before.map(toMedian), recent.map(toMedian)];
  const isUp = Math.min(...now) > Math.max(...old);
  if (!isUp && Math.max(...now) >= Math.min(...old)) return null;
  const ratios = Array.from({ length: resamples }, () => drawMedian(recent, random) - drawMedian(before, random));
  const bound = toPercentile(ratios, isUp ? 2.5 : 97.5);
  if (isUp) return bound > Math.log(minFactor) ? 'up' : null;
  return bound < -Math.log(minFactor) ? 'down' : null;
}

/** The median of a sample: whole weeks first, then values of them, with replacement. */
function drawMedian(weeks: readonly (readonly number[])[], random: () => number): number {
  const values = weeks.flatMap(() => draw(weeks, random));
  return toMedian(values.map(() => draw(values, random)));
}

function draw<Item>(items: readonly Item[], random: () => number): Item {
  return items[Math.floor(random() * items.length)]!;
}

function toMedian(values: readonly number[]): number {
  return toPercentile(values, 50);
}
