/** No single response costs as much, in USD. */
const largestCostUsd = 1e6;

/**
 * Parses a cost in USD that a log states, as micro-dollars. Null when it is missing, damaged or zero: agents write zero
 * for subscriptions, free models and models whose price they do not know.
 */
export function toLoggedCost(value: unknown): number | null {
  if (typeof value !== 'number' || !(value > 0) || value > largestCostUsd) return null;
  const microUsd = Math.round(value * 1e6);
  return microUsd === 0 ? null : microUsd;
}
