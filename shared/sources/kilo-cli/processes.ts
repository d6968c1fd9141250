import type { ProcessPatterns } from '../source.ts';

/** The compiled program, which the editor's extension also starts, and the script that starts it after npm. */
export const kiloProcesses: ProcessPatterns = {
  paths: [],
  names: [/^kilo$/, /^kilocode$/],
  scripts: [/\/@kilocode\/cli\/bin\/kilo(?:code)?$/, /\/\.?bin\/kilo(?:code)?$/],
};
