/** What the command line says on standard error when it fails. */
export function createCliFailureMessages() {
  return {
    /** A line of the program on standard error, as other programs write it. */
    line: (sentence: string): string => `fuelgauge: ${sentence}\n`,
    outputDiskFull: 'The output could not be written: the disk is full. Free some space, then run the command again.',
    outputFailed: (detail: string): string => `The output could not be written: ${detail}.`,
    unexpected: (detail: string): string => `Something went wrong: ${detail}`,
  };
}
