/** A failure that a person can act on: its message is the whole story, so no stack is printed for it. */
export class PlainFailure extends Error {}

/**
 * Runs a script's main function and sets the exit code to what it returns. A `PlainFailure` is printed as one
 * sentence and gives 1; any other error is a bug and keeps its stack.
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
