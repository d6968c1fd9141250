import type { FieldTree } from '../../streams.ts';

const usage = {
  input: true,
  output: true,
  cacheRead: true,
  cacheWrite: true,
  cacheWrite1h: true,
  reasoning: true,
  reasoningTokens: true,
  cttl: { ephemeral1h: true },
  orchestration: { input: true, output: true, cacheRead: true },
  server: { webSearch: true },
  cost: { total: true },
} as const satisfies FieldTree;

/** The fields of a session's entries that the reader uses: no conversation content. */
export const piFields = {
  type: true,
  id: true,
  timestamp: true,
  cwd: true,
  provider: true,
  model: true,
  modelId: true,
  usage,
  fromHook: true,
  fromExtension: true,
  method: true,
  message: {
    role: true,
    provider: true,
    model: true,
    responseModel: true,
    responseId: true,
    timestamp: true,
    toolName: true,
    usage,
  },
} as const satisfies FieldTree;

/** A line without any of these is neither a session's head nor a call, nor does it name a model. */
export const piNeedles: readonly string[] = [
  '"usage"',
  '"session"',
  '"model_change"',
  '"compaction"',
  '"branch_summary"',
];
