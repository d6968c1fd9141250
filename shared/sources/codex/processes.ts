import type { ProcessPatterns } from '../source.ts';

/** The command line, the desktop app, and the binaries as they are named in its releases. */
export const codexProcesses: ProcessPatterns = {
  paths: [/^\/.*\/Codex\.app\/Contents\/MacOS\/Codex$/, /\/WindowsApps\/OpenAI\.Codex_[^/]+\/app\/codex$/i],
  names: [/^codex$/, /^codex-(?:x86_64|aarch64)-[\w-]+$/],
  scripts: [/\/@openai\/codex\/bin\/codex\.js$/, /\/\.?bin\/codex$/],
};
