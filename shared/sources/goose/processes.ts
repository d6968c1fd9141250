import type { ProcessPatterns } from '../source.ts';

/** The command line, its server, and the desktop app. */
export const gooseProcesses: ProcessPatterns = {
  paths: [],
  names: [/^goose$/, /^goosed$/, /^Goose$/],
  scripts: [],
};
