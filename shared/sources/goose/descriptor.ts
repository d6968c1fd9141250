import type { Source } from '../source.ts';
import { readUsage } from './database.ts';
import { gooseExtraRoots, gooseRoots, isGooseDatabase, isGooseFolder } from './paths.ts';
import { gooseProcesses } from './processes.ts';

/** Block's Goose: the command line and the desktop app share one database. */
export const goose = {
  id: 'goose',
  label: 'Goose',
  ccusage: { name: 'goose' },
  roots: gooseRoots,
  extraRoots: gooseExtraRoots,
  isLogFolder: isGooseFolder,
  streams: [{ kind: 'database', matches: isGooseDatabase, read: readUsage }],
  skipReasons: { 'no-id': 'without an id' },
  unloggedCalls: {},
  coverage: { kind: 'partial', gap: 'of older sessions only the sum, without the cache' },
  retentionDays: null,
  processes: gooseProcesses,
} as const satisfies Source;
