/** Where a sequence of values most likely changed its level. */
export interface ChangePoint {
  /** The first value of the new level. */
  readonly index: number;
  /** The rank sum before it, in standard deviations from what is expected where nothing changed; negative for a rise. */
  readonly score: number;
}

/**
 * The split with the most different sides, by the rank sum of Wilcoxon, Mann and Whitney, as in Pettitt's test (1979),
 * but in standard deviations: outliers and the shape of the distribution do not matter. Null where the sides cannot both
 * have `minSide` values, or where all values are the same.
 */
export function findChangePoint(values: readonly number[], minSide: number): ChangePoint | null {
  const ranks = toRanks(values);
  const count = values.length;
  const mean = (count + 1) / 2;
  const variance = ranks.reduce((sum, rank) => sum + (rank - mean) ** 2, 0) / (count - 1);
  if (!(variance > 0)) return null;
  let best: ChangePoint | null = null;
  let sum = 0;
  for (const [index, rank] of ranks.entries()) {
    if (index >= minSide && count - index >= minSide) {
      const score = (sum - index * mean) / Math.sqrt((variance * index * (count - index)) / count);
      if (best === null || Math.abs(score) > Math.abs(best.score)) best = { index, score };
    }
    sum += rank;
  }
  return best;
}

/** From 1 on; equal values share the mean of their ranks. */
function toRanks(values: readonly number[]): readonly number[] {
  const order = values.map((_, index) => index).sort((left, right) => values[left]! - values[right]!);
  const ranks = values.map(() => 0);
  for (let from = 0; from < order.length;) {
    let to = from;
    while (to + 1 < order.length && values[order[to + 1]!] === values[order[from]!]) to++;
    for (let place = from; place <= to; place++) ranks[order[place]!] = (from + to) / 2 + 1;
    from = to + 1;
  }
  return ranks;
}
