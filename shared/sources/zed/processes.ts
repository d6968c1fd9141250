import type { ProcessPatterns } from '../source.ts';

/** The editor; its command line starts it and ends. */
export const zedProcesses: ProcessPatterns = {
  paths: [],
  names: [/^zed-editor$/, /^zeditor$/, /^zed$/, /^Zed$/],
  scripts: [],
  category: 'ide',
};
