import type { Source } from '../source.ts';
import { droidExtraRoots, droidRoots, isDroidFolder, isDroidSession } from './paths.ts';
import { droidProcesses } from './processes.ts';
import { readSession, sessionFields } from './session.ts';

/** Factory's Droid. */
export const droid = {
  id: 'droid',
  label: 'Droid',
  roots: droidRoots,
  extraRoots: droidExtraRoots,
  isLogFolder: isDroidFolder,
  streams: [{ kind: 'document', matches: isDroidSession, fields: sessionFields, read: readSession }],
  skipReasons: {},
  unloggedCalls: {},
  coverage: { kind: 'partial', gap: 'only the sum of each session, at the time of its first request' },
  retentionDays: null,
  processes: droidProcesses,
} as const satisfies Source;
