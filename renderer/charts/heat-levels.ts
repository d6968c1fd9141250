/** Number of shades besides the one for nothing. */
const shades = 4;

/**
 * The shade of a value, 0 for nothing to 4 for the largest, by its rank: one outlier must not make all other cells
 * pale.
 */
export function createHeatLevels(values: readonly number[]): (value: number) => number {
  const ascending = values.filter((value) => value > 0).sort((a, b) => a - b);
  return (value) => {
    if (!(value > 0) || ascending.length === 0) return 0;
    const below = ascending.filter((each) => each <= value).length;
    return Math.max(1, Math.ceil((below / ascending.length) * shades));
  };
}
