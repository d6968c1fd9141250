import type { ProcessPatterns } from '../source.ts';

/** A single executable, or the script that starts it after npm. */
export const droidProcesses: ProcessPatterns = {
  paths: [],
  names: [/^droid$/],
  scripts: [/\/\.?bin\/droid$/],
};
