import { createPiStream } from '../lib/pi-sessions/reader.ts';
import type { Source } from '../source.ts';
import { ompDialect } from './dialect.ts';
import { isOmpFolder, isOmpSession, ompExtraRoots, ompRoots } from './paths.ts';
import { ompProcesses } from './processes.ts';

/** Oh My Pi (`omp`), which is derived from Pi. */
export const omp = {
  id: 'omp',
  label: 'Oh My Pi',
  roots: ompRoots,
  extraRoots: ompExtraRoots,
  isLogFolder: isOmpFolder,
  streams: [createPiStream(ompDialect, isOmpSession)],
  skipReasons: { imported: 'taken over from the logs of another agent, where they count' },
  unloggedCalls: { compaction: 'compactions', 'branch-summary': 'summaries of branches that were left' },
  coverage: { kind: 'exact' },
  retentionDays: null,
  processes: ompProcesses,
} as const satisfies Source;
