import { codexAskedStream, codexLimitQuestion } from './asked.ts';
import { createJournalStream } from '../lib/telemetry-journal.ts';
import type { Source } from '../source.ts';
import { codexFields } from './fields.ts';
import { codexExtraRoots, codexRoots, isCodexLog, codexLimitRoots } from './paths.ts';
import { codexPlans } from './plans.ts';
import { codexProcesses } from './processes.ts';
import { codexNeedles, createCodexReader } from './reader.ts';
import { codexTelemetry } from './telemetry.ts';

/** OpenAI Codex: the CLI, its IDE extension and its desktop app. */
export const codex = {
  id: 'codex',
  label: 'Codex',
  ccusage: { name: 'codex', models: 'map' },
  roots: codexRoots,
  extraRoots: codexExtraRoots,
  streams: [
    { kind: 'lines', matches: isCodexLog, needles: codexNeedles, fields: codexFields, createReader: createCodexReader },
    codexAskedStream,
    createJournalStream('codex', codexTelemetry),
  ],
  skipReasons: {
    'repeated-counter': 'repeating a counter that was already read',
    'stale-counter': 'with an older counter, written late',
  },
  unloggedCalls: {},
  coverage: { kind: 'exact' },
  retentionDays: null,
  limitRoots: codexLimitRoots,
  limitQuestion: codexLimitQuestion,
  plans: codexPlans,
  processes: codexProcesses,
  statusPage: 'https://status.openai.com',
  telemetry: codexTelemetry,
} as const satisfies Source;
