import type { FieldTree } from '../streams.ts';

/** The fields of a chat's records that the reader uses: no conversation content. */
export const qwenCodeFields = {
  uuid: true,
  type: true,
  subtype: true,
  sessionId: true,
  timestamp: true,
  cwd: true,
  version: true,
  gitBranch: true,
  model: true,
  usageMetadata: {
    promptTokenCount: true,
    candidatesTokenCount: true,
    cachedContentTokenCount: true,
    thoughtsTokenCount: true,
    totalTokenCount: true,
  },
  systemPayload: {
    uiEvent: {
      'event.name': true,
      'event.timestamp': true,
      response_id: true,
      prompt_id: true,
      model: true,
      auth_type: true,
      input_token_count: true,
      output_token_count: true,
      cached_content_token_count: true,
      thoughts_token_count: true,
      total_token_count: true,
    },
  },
} as const satisfies FieldTree;

/** A line without any of these is neither a response in the telemetry nor one in the conversation. */
export const qwenCodeNeedles: readonly string[] = ['"qwen-code.api_response"', '"usageMetadata"'];
