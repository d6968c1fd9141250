/** A measured amount over several runs. */
export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
  readonly runs: number;
}

/** Summarises runs; there must be at least one. */
export function toSpread(values: readonly number[]): Spread {
  return { median: toQuantile(values, 0.5), min: Math.min(...values), max: Math.max(...values), runs: values.length };
}

/** The value that a share of all values (0 to 1) does not exceed, interpolated linearly. */
export function toQuantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((left, right) => left - right);
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  return below + (above - below) * (place - Math.floor(place));
}
