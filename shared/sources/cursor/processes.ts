import type { ProcessPatterns } from '../source.ts';

/** The editor, and the agent on the command line, which is a script or a single executable. */
export const cursorProcesses: ProcessPatterns = {
  paths: [],
  names: [/^[Cc]ursor$/, /^cursor-agent$/],
  scripts: [/\/cursor-agent\/versions\/[^/]+\/index\.js$/],
  category: 'ide',
};
