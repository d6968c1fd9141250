import type { Source } from '../source.ts';
import { grokBuildFields, grokBuildNeedles } from './fields.ts';
import { grokBuildExtraRoots, grokBuildRoots, isGrokBuildFolder, isGrokBuildLog, sideFilesOf } from './paths.ts';
import { grokBuildProcesses } from './processes.ts';
import { createGrokBuildReader } from './reader.ts';

/** xAI's command line. */
export const grokBuild = {
  id: 'grok-build',
  label: 'Grok Build',
  ccusage: { name: 'grok' },
  roots: grokBuildRoots,
  extraRoots: grokBuildExtraRoots,
  isLogFolder: isGrokBuildFolder,
  streams: [
    {
      kind: 'lines',
      matches: isGrokBuildLog,
      sideFiles: sideFilesOf,
      needles: grokBuildNeedles,
      fields: grokBuildFields,
      createReader: createGrokBuildReader,
    },
  ],
  skipReasons: {},
  unloggedCalls: {},
  coverage: {
    kind: 'partial',
    gap: 'sums of turns, and nothing of turns that did not end or of versions before mid-2026',
  },
  retentionDays: null,
  processes: grokBuildProcesses,
} as const satisfies Source;
