/** A weighted value. */
export interface Weighted {
  readonly value: number;
  readonly weight: number;
}

/** A quantile of equally likely values, linear between ranks (type 7); NaN of none. */
export function quantileOf(values: readonly number[], level: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const rank = (sorted.length - 1) * level;
  const low = sorted[Math.floor(rank)] ?? Number.NaN;
  const high = sorted[Math.ceil(rank)] ?? Number.NaN;
  return low + (high - low) * (rank - Math.floor(rank));
}

/** The smallest value that at least this share of the weight does not exceed; NaN of none. */
export function weightedQuantile(values: readonly Weighted[], level: number): number {
  const sorted = [...values].sort((a, b) => a.value - b.value);
  const total = sorted.reduce((sum, { weight }) => sum + weight, 0);
  let sum = 0;
  for (const { value, weight } of sorted) {
    sum += weight;
    if (sum >= level * total) return value;
  }
  return sorted.at(-1)?.value ?? Number.NaN;
}
