import type { Source } from '../source.ts';
import { qwenCodeFields, qwenCodeNeedles } from './fields.ts';
import { isQwenCodeFolder, isQwenCodeLog, qwenCodeExtraRoots, qwenCodeRoots } from './paths.ts';
import { qwenCodeProcesses } from './processes.ts';
import { createQwenCodeReader } from './reader.ts';

/** Qwen Code, derived from Gemini CLI, with logs of its own. */
export const qwenCode = {
  id: 'qwen-code',
  label: 'Qwen Code',
  ccusage: { name: 'qwen' },
  roots: qwenCodeRoots,
  extraRoots: qwenCodeExtraRoots,
  isLogFolder: isQwenCodeFolder,
  streams: [
    {
      kind: 'lines',
      matches: isQwenCodeLog,
      needles: qwenCodeNeedles,
      fields: qwenCodeFields,
      createReader: createQwenCodeReader,
    },
  ],
  skipReasons: { 'total-only': 'with a total, but without what it consists of' },
  unloggedCalls: {},
  coverage: { kind: 'exact' },
  retentionDays: null,
  processes: qwenCodeProcesses,
} as const satisfies Source;
