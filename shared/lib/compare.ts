/** Orders two values of one type: negative, 0 or positive, as `Array.sort` expects. Texts by their UTF-16 units. */
export function compareValues<Value extends string | number | boolean>(left: Value, right: Value): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** As `compareValues`, with known values before unknown ones (null). */
export function compareNullable<Value extends string | number | boolean>(
  left: Value | null,
  right: Value | null,
): number {
  if (left === null || right === null) return (left === null ? 1 : 0) - (right === null ? 1 : 0);
  return compareValues(left, right);
}
