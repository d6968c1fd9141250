import type { Source } from '../source.ts';
import { ampExtraRoots, ampRoots, isAmpThread } from './paths.ts';
import { ampProcesses } from './processes.ts';
import { readThread, threadFields } from './thread.ts';

/** Amp: its command line and its extensions. */
export const amp = {
  id: 'amp',
  label: 'Amp',
  ccusage: { name: 'amp' },
  roots: ampRoots,
  extraRoots: ampExtraRoots,
  isLogFolder: () => false,
  streams: [{ kind: 'document', matches: isAmpThread, fields: threadFields, read: readThread }],
  skipReasons: { 'no-id': 'without an id' },
  unloggedCalls: {},
  coverage: {
    kind: 'partial',
    gap: 'every request of the threads on this machine; newer builds keep them on a server',
  },
  retentionDays: null,
  processes: ampProcesses,
} as const satisfies Source;
