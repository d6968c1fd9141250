import type { ProcessPatterns } from '../source.ts';

/** A script that Node runs, and that starts itself again. */
export const qwenCodeProcesses: ProcessPatterns = {
  paths: [],
  names: [/^qwen$/],
  scripts: [/\/@qwen-code\/qwen-code\/(?:dist\/)?cli(?:-entry)?\.js$/, /\/\.?bin\/qwen$/],
};
