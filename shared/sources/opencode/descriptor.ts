import type { Source } from '../source.ts';
import { readMessages } from './database.ts';
import { readMessageDocument } from './document.ts';
import { isOpenCodeDatabase, isOpenCodeFolder, isOpenCodeMessage, openCodeExtraRoots, openCodeRoots } from './paths.ts';
import { openCodeProcesses } from './processes.ts';

/** OpenCode: its terminal, its desktop app and its server all write to one place. */
export const openCode = {
  id: 'opencode',
  label: 'OpenCode',
  roots: openCodeRoots,
  extraRoots: openCodeExtraRoots,
  isLogFolder: isOpenCodeFolder,
  streams: [
    { kind: 'database', matches: isOpenCodeDatabase, read: readMessages },
    { kind: 'document', matches: isOpenCodeMessage, read: readMessageDocument },
  ],
  skipReasons: { 'no-id': 'without an id' },
  unloggedCalls: {},
  coverage: { kind: 'exact' },
  retentionDays: null,
  processes: openCodeProcesses,
} as const satisfies Source;
