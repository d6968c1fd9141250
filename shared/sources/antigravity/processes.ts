import type { ProcessPatterns } from '../source.ts';

/** The editor, whose executable on macOS has the name of its framework, and the command line. */
export const antigravityProcesses: ProcessPatterns = {
  paths: [/\/Antigravity\.app\/Contents\/MacOS\/Electron$/],
  names: [/^[Aa]ntigravity$/, /^agy$/],
  scripts: [],
  category: 'ide',
};
