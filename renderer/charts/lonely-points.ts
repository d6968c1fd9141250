/** Indexes of values without a neighbor: a line through one of them has no length, so it needs a dot to be visible. */
export function findLonelyPoints(values: readonly (number | null | undefined)[]): number[] {
  const isThere = (index: number): boolean => typeof values[index] === 'number';
  return values.flatMap((_, index) => (isThere(index) && !isThere(index - 1) && !isThere(index + 1) ? [index] : []));
}
