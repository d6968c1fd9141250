import type { ProcessPatterns } from '../source.ts';

/** The older generation calls its process by its product's name; the newer one is a script that Node runs. */
export const kimiCliProcesses: ProcessPatterns = {
  paths: [],
  names: [/^kimi$/, /^kimi-cli$/, /^kimi-code$/, /^Kimi Code$/],
  scripts: [/\/@moonshot-ai\/kimi-code\/dist\/main\.mjs$/, /\/\.?bin\/kimi$/],
};
