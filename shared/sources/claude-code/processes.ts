import type { ProcessPatterns } from '../source.ts';

/** The native installer links `claude` to a file named after its version. The desktop app is a program of its own. */
export const claudeCodeProcesses: ProcessPatterns = {
  paths: [/\/claude\/versions\/\d+\.\d+\.\d+[^/]*$/],
  names: [/^claude$/],
  scripts: [
    /\/@anthropic-ai\/(?:claude-code|claude-agent-sdk)\/[\w.-]+\.[cm]?js$/,
    /\/anthropic\.claude-code-[^/]+\/resources\/claude-code\/cli\.js$/,
    /\/\.?bin\/claude$/,
  ],
  // `--resume <id> --fork-session` begins a new session out of that one.
  forkOptions: ['--fork-session'],
};
