import type { ProcessPatterns } from '../source.ts';

/** A program of its own. */
export const grokBuildProcesses: ProcessPatterns = {
  paths: [],
  names: [/^grok$/],
  scripts: [],
};
