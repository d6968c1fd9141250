import type { ProcessPatterns } from '../source.ts';

/** A script that Node runs, and the single executable. */
export const geminiCliProcesses: ProcessPatterns = {
  paths: [],
  names: [/^gemini$/],
  scripts: [/\/@google\/gemini-cli\/(?:dist|bundle)\/(?:[\w.-]+\/)*[\w.-]+\.js$/, /\/\.?bin\/gemini$/],
};
