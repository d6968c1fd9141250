/** A failure that the user can fix: the message says it all, so it is printed without a stack. */
export class PlainFailure extends Error {}

/**
 * Runs a script's main function and sets the exit code to its result. A `PlainFailure` is printed as its message and
 * exits with 1; any other error is a bug and keeps its stack.
 */
export async function runMain(main: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await main();
  } catch (error) {
    if (!(error instanceof PlainFailure)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
