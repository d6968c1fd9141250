import type { FieldTree } from '../streams.ts';

/** The fields of an update that the reader uses: no conversation content. */
export const grokBuildFields = {
  timestamp: true,
  params: {
    update: {
      sessionUpdate: true,
      prompt_id: true,
      usage: {
        inputTokens: true,
        outputTokens: true,
        cachedReadTokens: true,
        cacheCreationTokens: true,
        reasoningTokens: true,
        modelUsage: true,
      },
    },
    _meta: { agentTimestampMs: true },
  },
} as const satisfies FieldTree;

/** Only the end of a turn says what was used. */
export const grokBuildNeedles: readonly string[] = ['"turn_completed"'];
