import { createAnswerFileReader } from '../lib/answers/document.ts';
import { createAnswerReader } from '../lib/answers/database.ts';
import { isAnswerFile, isAnswerFolder } from '../lib/answers/paths.ts';
import type { Source } from '../source.ts';
import { isOpenCodeDatabase, openCodeExtraRoots, openCodeRoots } from './paths.ts';
import { openCodeProcesses } from './processes.ts';

const id = 'opencode';

/** OpenCode: its terminal, its desktop app and its server all write to one place. */
export const openCode = {
  id,
  label: 'OpenCode',
  ccusage: { name: 'opencode' },
  roots: openCodeRoots,
  extraRoots: openCodeExtraRoots,
  isLogFolder: isAnswerFolder,
  streams: [
    { kind: 'database', matches: isOpenCodeDatabase, read: createAnswerReader(id) },
    { kind: 'document', matches: isAnswerFile, read: createAnswerFileReader(id) },
  ],
  skipReasons: { 'no-id': 'without an id' },
  unloggedCalls: {},
  coverage: { kind: 'exact' },
  retentionDays: null,
  processes: openCodeProcesses,
} as const satisfies Source;
