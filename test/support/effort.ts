/** How many times as long property tests and kills go on as in a usual run: the nightly workflow sets it. */
export const effort = Number(process.env['FUELGAUGE_TEST_EFFORT'] ?? 1);

/**
 * Parameters of a property test that tries this many cases in a usual run, the same ones each time. With more effort it
 * draws new ones, and fast-check prints the seed of what fails.
 */
export function withEffort(numRuns: number): { readonly numRuns: number; readonly seed?: number } {
  return effort === 1 ? { numRuns, seed: 20_260_504 } : { numRuns: Math.ceil(numRuns * effort) };
}
