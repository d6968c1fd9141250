import type { ProcessPatterns } from '../source.ts';

/** The command line, a script; as an extension it runs inside the editor. */
export const rooCodeProcesses: ProcessPatterns = {
  paths: [],
  names: [],
  scripts: [/\/@roo-code\/cli\/(?:dist|bin)\/[\w.-]+\.[cm]?js$/, /\/\.?bin\/roo$/],
};
