import type { ProcessPatterns } from '../source.ts';

/** A script that Node runs. */
export const lettaProcesses: ProcessPatterns = {
  paths: [],
  names: [/^letta$/],
  scripts: [/\/@letta-ai\/letta-code\/(?:[\w.-]+\/)*[\w.-]+\.[cm]?js$/, /\/\.?bin\/letta$/],
};
