import type { Source } from '../source.ts';
import { antigravityAskedStream, antigravityLimitQuestion } from './asked.ts';
import { askedRoots } from '../lib/asked-limits.ts';
import { readConversation } from './database.ts';
import { antigravityExtraRoots, antigravityRoots, isAntigravityDatabase, isAntigravityFolder } from './paths.ts';
import { antigravityProcesses } from './processes.ts';

/** Google's Antigravity: the editor and the command line. */
export const antigravity = {
  id: 'antigravity',
  label: 'Antigravity',
  ccusage: { name: 'antigravity' },
  roots: antigravityRoots,
  extraRoots: antigravityExtraRoots,
  limitRoots: (host) => askedRoots('antigravity', 'agy /usage', host),
  limitQuestion: antigravityLimitQuestion,
  isLogFolder: isAntigravityFolder,
  streams: [{ kind: 'database', matches: isAntigravityDatabase, read: readConversation }, antigravityAskedStream],
  skipReasons: { 'no-id': 'without an id' },
  unloggedCalls: {},
  coverage: { kind: 'partial', gap: 'conversations in .pb files are encrypted' },
  retentionDays: null,
  processes: antigravityProcesses,
} as const satisfies Source;
