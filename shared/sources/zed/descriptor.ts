import type { Source } from '../source.ts';
import { readThreads } from './database.ts';
import { isZedDatabase, isZedFolder, zedExtraRoots, zedRoots } from './paths.ts';
import { zedProcesses } from './processes.ts';

/** Zed's own agent. Others that run inside Zed keep logs of their own. */
export const zed = {
  id: 'zed',
  label: 'Zed',
  roots: zedRoots,
  extraRoots: zedExtraRoots,
  isLogFolder: isZedFolder,
  streams: [{ kind: 'database', matches: isZedDatabase, read: readThreads }],
  skipReasons: { 'no-id': 'without an id' },
  unloggedCalls: {},
  coverage: { kind: 'partial', gap: 'sums of threads; of older ones only the last request of each turn' },
  retentionDays: null,
  processes: zedProcesses,
} as const satisfies Source;
