/** No single response or thread comes near; a larger number is damage. */
const largestCount = 1e12;

/**
 * Reads a count that a log gives: 0 when it is absent or null (nullable fields are normal), null when it is anything
 * but a whole number from 0 to 10^12. Numeric texts are not numbers.
 */
export function toCount(value: unknown): number | null {
  if (value === undefined || value === null) return 0;
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= largestCount ? value + 0 : null;
}

/** Reads several counts; null when one of them is none. */
export function toCounts<Name extends string>(
  record: Readonly<Record<string, unknown>>,
  names: readonly Name[],
): Readonly<Record<Name, number>> | null {
  const counts: Partial<Record<Name, number>> = {};
  for (const name of names) {
    const count = toCount(record[name]);
    if (count === null) return null;
    counts[name] = count;
  }
  return counts as Record<Name, number>;
}
