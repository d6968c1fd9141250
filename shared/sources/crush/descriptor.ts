import type { Source } from '../source.ts';
import { readSessions } from './database.ts';
import { crushExtraRoots, crushRoots, isCrushDatabase, isCrushFolder } from './paths.ts';
import { crushProcesses } from './processes.ts';
import { crushProjects } from './projects.ts';

/** Charm's Crush. */
export const crush = {
  id: 'crush',
  label: 'Crush',
  roots: crushRoots,
  extraRoots: crushExtraRoots,
  folderList: crushProjects,
  isLogFolder: isCrushFolder,
  streams: [{ kind: 'database', matches: isCrushDatabase, read: readSessions }],
  skipReasons: { 'no-id': 'without an id', 'bad-cost': 'with an impossible cost' },
  unloggedCalls: {},
  coverage: { kind: 'partial', gap: 'only the cost of each session, no tokens' },
  retentionDays: null,
  processes: crushProcesses,
} as const satisfies Source;
