/** How many times as long property tests and kills go on as in a usual run: the nightly workflow sets it. */
export const effort = Number(process.env['FUELGAUGE_TEST_EFFORT'] ?? 1);

/**
 * Of the cases that property tests try: in a usual run the same ones each time, since a new fault in an old place must
 * not fail an unrelated change. With more effort they are new ones, and fast-check prints the seed of what fails.
 */
export const usualSeed: { readonly seed?: number } = effort === 1 ? { seed: 20_260_504 } : {};

/** Parameters of a property test that tries this many cases in a usual run. */
export function withEffort(numRuns: number): { readonly numRuns: number; readonly seed?: number } {
  return { numRuns: Math.ceil(numRuns * effort), ...usualSeed };
}
