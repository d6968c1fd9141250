import type { ProcessPatterns } from '../source.ts';

/** The command line and the daemon that its first run leaves behind; as an extension it runs inside the editor. */
export const clineProcesses: ProcessPatterns = {
  paths: [],
  names: [/^cline$/],
  scripts: [
    /\/@cline\/cli\/(?:[\w.-]+\/)*[\w.-]+\.[cm]?js$/,
    /\/cline\/(?:dist|bin)\/[\w.-]+\.[cm]?js$/,
    /\/\.?bin\/cline$/,
  ],
};
