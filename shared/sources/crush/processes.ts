import type { ProcessPatterns } from '../source.ts';

/** A compiled program; npm's package starts it by a script. */
export const crushProcesses: ProcessPatterns = {
  paths: [],
  names: [/^crush$/],
  scripts: [/\/@charmland\/crush\/[\w./-]+\.[cm]?js$/, /\/\.?bin\/crush$/],
};
