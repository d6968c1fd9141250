import { createJournalStream } from '../lib/telemetry-journal.ts';
import type { Source } from '../source.ts';
import { claudeAskedStream, claudeLimitQuestion } from './asked.ts';
import { capturesStream } from './captures.ts';
import { desktopHistoryStream } from './desktop-history.ts';
import { claudeCodeFields } from './fields.ts';
import { claudeCodeExtraRoots, claudeCodeLimitRoots, claudeCodeRoots, isClaudeCodeLog } from './paths.ts';
import { hookLimitsStream } from './hook-limits.ts';
import { claudeCodePlans } from './plans.ts';
import { claudeCodeProcesses } from './processes.ts';
import { claudeCodeRetention } from './retention.ts';
import { claudeCodeNeedles, createClaudeCodeReader } from './reader.ts';
import { usageCacheStream } from './usage-cache.ts';
import { claudeCodeTelemetry } from './telemetry.ts';

/** Claude Code: the CLI, its IDE extensions, and the desktop app's local agent mode. */
export const claudeCode = {
  id: 'claude-code',
  label: 'Claude Code',
  ccusage: { name: 'claude', hasBlocks: true },
  roots: claudeCodeRoots,
  extraRoots: claudeCodeExtraRoots,
  limitRoots: claudeCodeLimitRoots,
  limitQuestion: claudeLimitQuestion,
  streams: [
    {
      kind: 'lines',
      matches: isClaudeCodeLog,
      needles: claudeCodeNeedles,
      fields: claudeCodeFields,
      createReader: createClaudeCodeReader,
    },
    usageCacheStream,
    desktopHistoryStream,
    capturesStream,
    hookLimitsStream,
    createJournalStream('claude-code', claudeCodeTelemetry),
    claudeAskedStream,
  ],
  skipReasons: {
    synthetic: 'made by the agent itself, so nothing was billed',
    'limit-without-reset': 'a limit was reached, but not until when',
    'progress-copy': 'copies of what a subagent logs in its own file',
  },
  unloggedCalls: {
    title: 'session titles',
    recap: 'recaps after a break',
    compaction: 'compactions',
    'web-search': 'web searches',
  },
  coverage: { kind: 'exact' },
  retentionDays: 30,
  retentionSetting: claudeCodeRetention,
  processes: claudeCodeProcesses,
  statusPage: 'https://status.claude.com',
  plans: claudeCodePlans,
  telemetry: claudeCodeTelemetry,
} as const satisfies Source;
