/** No single response or thread comes close; a larger number is corrupt. */
const largestCount = 1e12;

/**
 * Parses a count from a log: 0 when it is absent or null (nullable fields are normal), null when it is anything but a
 * whole number from 0 to 10^12. Numeric strings are not numbers.
 */
export function toCount(value: unknown): number | null {
  if (value === undefined || value === null) return 0;
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= largestCount ? value + 0 : null;
}

/** Parses several counts; null when one of them is invalid. */
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
