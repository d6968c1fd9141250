import type { Source } from '../source.ts';
import { continueExtraRoots, continueRoots, continueSideFiles, isContinueSession } from './paths.ts';
import { continueProcesses } from './processes.ts';
import { readSession, sessionFields } from './session.ts';

/** Continue: its command line. Its extension keeps no usage that a provider reported. */
export const continueDev = {
  id: 'continue',
  label: 'Continue',
  roots: continueRoots,
  extraRoots: continueExtraRoots,
  isLogFolder: () => false,
  streams: [
    {
      kind: 'document',
      matches: isContinueSession,
      sideFiles: continueSideFiles,
      fields: sessionFields,
      read: readSession,
    },
  ],
  skipReasons: { copy: 'answers that a fork copied from another session' },
  unloggedCalls: {},
  coverage: {
    kind: 'partial',
    gap: 'every answer of its command line, but only when its session began; not those of subagents and of the extension',
  },
  retentionDays: null,
  processes: continueProcesses,
} as const satisfies Source;
