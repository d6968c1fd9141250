import type { ProcessPatterns } from '../source.ts';

/** The terminal, the server behind it, and the desktop app. */
export const openCodeProcesses: ProcessPatterns = {
  paths: [],
  names: [/^opencode$/, /^opencode-cli$/, /^OpenCode$/],
  scripts: [/\/opencode-ai\/bin\/opencode$/, /\/\.?bin\/opencode$/],
};
