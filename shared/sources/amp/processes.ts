import type { ProcessPatterns } from '../source.ts';

/** The installed program and the script of the npm package. `amp` alone is also the name of an editor. */
export const ampProcesses: ProcessPatterns = {
  paths: [/\/\.amp\/bin\/amp$/],
  names: [],
  scripts: [/\/@sourcegraph\/amp\/(?:dist\/)?[\w.-]+\.[cm]?js$/, /\/\.?bin\/amp$/],
};
