import { createPiStream } from '../lib/pi-sessions/reader.ts';
import type { Source } from '../source.ts';
import { piDialect } from './dialect.ts';
import { isPiFolder, isPiSession, piExtraRoots, piRoots } from './paths.ts';
import { piProcesses } from './processes.ts';

/** Pi, by Mario Zechner; its subagents are extensions. */
export const pi = {
  id: 'pi',
  label: 'Pi',
  ccusage: { name: 'pi' },
  roots: piRoots,
  extraRoots: piExtraRoots,
  isLogFolder: isPiFolder,
  streams: [createPiStream(piDialect, isPiSession)],
  skipReasons: {},
  unloggedCalls: {
    compaction: 'compactions',
    'branch-summary': 'summaries of branches that were left',
    tool: 'tools that asked a model themselves',
  },
  coverage: { kind: 'exact' },
  retentionDays: null,
  processes: piProcesses,
} as const satisfies Source;
