import type { ProcessPatterns } from '../../../../shared/sources/source.ts';

/** A program of its own, or a script. */
export const loomProcesses: ProcessPatterns = {
  paths: [],
  names: [/^loom$/],
  scripts: [/\/@weavers\/loom\/cli\.js$/, /\/\.?bin\/loom$/],
};
