/** Whether two values would be the same in JSON, regardless of the order of members. */
export function isEqual(left: unknown, right: unknown): boolean {
  return JSON.stringify(toSorted(left)) === JSON.stringify(toSorted(right));
}

function toSorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toSorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([name, entry]: [string, unknown]) => [name, toSorted(entry)]),
  );
}
