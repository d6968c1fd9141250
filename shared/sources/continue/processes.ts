import type { ProcessPatterns } from '../source.ts';

/** The command line, a script; as an extension it runs inside the editor. */
export const continueProcesses: ProcessPatterns = {
  paths: [],
  names: [],
  scripts: [/\/@continuedev\/cli\/(?:dist|bin)\/[\w.-]+\.[cm]?js$/, /\/\.?bin\/cn$/],
};
