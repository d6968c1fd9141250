import type { Weighted } from './quantile.ts';

/** A distribution of the usage still to come, as weighted values. Never negative. */
export interface Distribution {
  /** The smallest value that is not exceeded with this probability; 0 if there are no values. */
  quantile(level: number): number;
  /** The probability, 0 to 1, of more than this. */
  exceeds(value: number): number;
}

const precision = 1e9;

/** Builds it. `scale` multiplies every value. */
export function createDistribution(values: readonly Weighted[], scale: number): Distribution {
  const sorted = [...values].sort((a, b) => a.value - b.value);
  const sums = new Float64Array(sorted.length);
  let total = 0;
  for (const [index, { weight }] of sorted.entries()) sums[index] = total += weight;
  /** The first index whose cumulated weight reaches a level. */
  const findLevel = (weight: number): number => {
    let low = 0;
    let high = sums.length - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((sums[middle] ?? 0) >= weight) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  return {
    quantile: (level) => Math.max(0, (sorted[findLevel(level * total)]?.value ?? 0) * scale),
    exceeds(value) {
      let low = 0;
      let high = sorted.length;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if ((sorted[middle]?.value ?? 0) * scale > value) high = middle;
        else low = middle + 1;
      }
      const exceeds = total === 0 ? 0 : 1 - (low === 0 ? 0 : (sums[low - 1] ?? 0)) / total;
      // Weights do not add up exactly, and exactly one half must not count as less.
      return Math.round(exceeds * precision) / precision;
    },
  };
}
