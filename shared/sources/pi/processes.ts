import type { ProcessPatterns } from '../source.ts';

/** A script that Node runs and that renames its process, or a single executable. */
export const piProcesses: ProcessPatterns = {
  paths: [],
  names: [/^pi$/],
  scripts: [/\/@(?:mariozechner|earendil-works)\/pi-coding-agent\/dist\/(?:[\w.-]+\/)*[\w.-]+\.js$/, /\/\.?bin\/pi$/],
};
