import type { ProcessPatterns } from '../source.ts';

/** A script that Bun runs, or a single executable. */
export const ompProcesses: ProcessPatterns = {
  paths: [],
  names: [/^omp$/],
  scripts: [/\/@oh-my-pi\/pi-coding-agent\/(?:src|dist)\/(?:[\w.-]+\/)*[\w.-]+\.[jt]s$/, /\/\.?bin\/omp$/],
};
