import type { FieldTree } from '../streams.ts';

/**
 * The fields of a transcript's record that the reader uses: no conversation content. Where these fields are not enough,
 * in one row of thousands, it uses the line's text.
 */
export const claudeCodeFields = {
  type: true,
  subtype: true,
  aiTitle: true,
  timestamp: true,
  sessionId: true,
  session_id: true,
  requestId: true,
  cwd: true,
  gitBranch: true,
  isSidechain: true,
  agentId: true,
  forkedFrom: true,
  sessionKind: true,
  entrypoint: true,
  version: true,
  costUSD: true,
  isApiErrorMessage: true,
  message: {
    id: true,
    model: true,
    stop_reason: true,
    usage: {
      input_tokens: true,
      output_tokens: true,
      cache_read_input_tokens: true,
      cache_creation_input_tokens: true,
      cache_creation: { ephemeral_5m_input_tokens: true, ephemeral_1h_input_tokens: true },
      output_tokens_details: { thinking_tokens: true },
      server_tool_use: { web_search_requests: true },
      service_tier: true,
      speed: true,
      inference_geo: true,
      iterations: [{ type: true }],
    },
  },
  toolUseResult: { searchCount: true },
  data: { message: { message: { usage: { input_tokens: true } } } },
} as const satisfies FieldTree;
