/**
 * A percentile (0 to 100) of values, linear between the two nearest (type 7, as in spreadsheets). Never outside their
 * range. NaN where there are no values.
 */
export function toPercentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((left, right) => left - right);
  const place = (Math.min(100, Math.max(0, percent)) / 100) * (sorted.length - 1);
  const below = Math.floor(place);
  const [low, high] = [sorted[below], sorted[Math.ceil(place)]];
  if (low === undefined || high === undefined) return Number.NaN;
  return low + (high - low) * (place - below);
}
