import { slotsPerDay, toSituation, type UsagePattern } from './usage-pattern.ts';
import { createDistribution, type Distribution } from './distribution.ts';
import { readPrior, type Prior } from './prior.ts';
import type { Weighted } from './quantile.ts';

/** Other people's data weigh as much as this many independent moments of the person's own. */
const priorWeight = 8;
/** The person's own moments at a different time of day, level of activity or length of rest count less. */
const timeOfDaySlots = 12;
const otherActivity = 0.4;
const neighbouringRest = 0.15;
const forgetDays = 28;
/**
 * Consecutive moments have nearly the same future; only after this share of the horizon do they count as independent.
 */
const independence = 0.5;
/** Beyond the length of a block, the forecast is capped by the maximum ever observed. */
const longFromSlots = 20;
const capFactor = 1.5;
/** Moments with a lower weight are left out. */
const negligible = 0.01;

const timeOfDayWeights = Float64Array.from({ length: slotsPerDay }, (_, slots) => {
  const distance = Math.min(slots, slotsPerDay - slots);
  return Math.exp(-0.5 * (distance / timeOfDaySlots) ** 2);
});

/**
 * The distribution of what is used within a horizon from now, in tokens: what the person did after similar moments of
 * the last eight weeks (same length of rest, like activity, like time of day), in units of what was usual then, and,
 * while there are few of these, what other people did. A large part of it is often nothing at all: people stop.
 */
export function estimateRemaining(activity: UsagePattern, horizonSlots: number, prior: Prior): Distribution {
  const { length, sums, scales } = activity;
  const scale = Math.max(1, scales[length] ?? 1);
  if (horizonSlots <= 0) return createDistribution([], scale);
  const situation = toSituation(activity, length, horizonSlots);
  const values: Weighted[] = [...readPrior(prior, horizonSlots, situation, priorWeight)];
  const each = 1 / (1 + independence * horizonSlots);
  for (let index = 1; index + horizonSlots <= length; index++) {
    const similarity = compareSituations(toSituation(activity, index, horizonSlots), situation);
    const age = length - index;
    const likeness = similarity * (timeOfDayWeights[age % slotsPerDay] ?? 0);
    if (likeness < negligible) continue;
    const came = (sums[index + horizonSlots] ?? 0) - (sums[index] ?? 0);
    const weight = likeness * each * Math.exp(-age / slotsPerDay / forgetDays);
    values.push({ value: came / (scales[index] ?? 1), weight });
  }
  return createDistribution(
    horizonSlots > longFromSlots ? capAt(values, findMaximum(activity, horizonSlots) / scale) : values,
    scale,
  );
}

/** At most one and a half times what was ever used in such a span: others may work far more regularly. */
function capAt(values: readonly Weighted[], max: number): readonly Weighted[] {
  return values.map(({ value, weight }) => ({ value: Math.min(value, max * capFactor), weight }));
}

function findMaximum({ length, sums }: UsagePattern, horizonSlots: number): number {
  let max = 0;
  for (let index = 0; index < length; index++) {
    max = Math.max(max, (sums[Math.min(length, index + horizonSlots)] ?? 0) - (sums[index] ?? 0));
  }
  return max;
}

function compareSituations(left: number, right: number): number {
  if (left === right) return 1;
  const apart = Math.abs(Math.floor(left / 3) - Math.floor(right / 3));
  return apart === 0 ? otherActivity : apart === 1 ? neighbouringRest : 0;
}
