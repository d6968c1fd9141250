import type { ProcessPatterns } from '../source.ts';

/** A program of its own, or a script that Node runs. */
export const copilotCliProcesses: ProcessPatterns = {
  paths: [],
  names: [/^copilot$/],
  scripts: [/\/@github\/copilot\/[\w.-]+\.[cm]?js$/, /\/\.?bin\/copilot$/],
};
