import { emptyUsage } from '../../domain/token-usage.ts';
import { readCounts, readName } from '../lib/telemetry-values.ts';
import type { AgentTelemetry } from '../telemetry.ts';

const counted = [
  'input_token_count',
  'output_token_count',
  'cached_content_token_count',
  'thoughts_token_count',
  'tool_token_count',
] as const;

/**
 * The event `gemini_cli.api_response`. Input includes what was cached, and lacks what tools used; output lacks the
 * thoughts. Seen with 0.61.
 */
export const geminiCliTelemetry: AgentTelemetry = {
  services: /^gemini-cli$/,
  attributes: [...counted, 'event.timestamp', 'session.id', 'prompt_id', 'model', 'total_token_count'],
  read({ event, atMs, attributes }) {
    if (event !== 'gemini_cli.api_response') return null;
    const counts = readCounts(attributes, counted);
    const model = readName(attributes, 'model');
    const sessionId = readName(attributes, 'session.id');
    if (counts === null || model === null || atMs === null) return null;
    const cached = Math.min(counts.cached_content_token_count, counts.input_token_count);
    const id = [
      sessionId,
      attributes['prompt_id'],
      attributes['event.timestamp'] ?? atMs,
      attributes['total_token_count'],
    ];
    return {
      id: id.join(),
      atMs,
      model,
      sessionId,
      requestId: null,
      usage: {
        ...emptyUsage,
        inputTokens: counts.input_token_count - cached + counts.tool_token_count,
        cacheReadTokens: cached,
        outputTokens: counts.output_token_count + counts.thoughts_token_count,
        reasoningTokens: counts.thoughts_token_count,
      },
      costUsd: null,
    };
  },
  // Neither side sends an id of the response.
  toNames: () => null,
  toProvider: () => 'google',
  toSettings: (endpoint, token) => ({
    place: 'environment',
    text: [
      'export GEMINI_TELEMETRY_ENABLED=true',
      'export GEMINI_TELEMETRY_TARGET=local',
      `export GEMINI_TELEMETRY_OTLP_ENDPOINT=${endpoint}`,
      'export GEMINI_TELEMETRY_OTLP_PROTOCOL=http',
      'export GEMINI_TELEMETRY_LOG_PROMPTS=false',
      `export OTEL_EXPORTER_OTLP_HEADERS="Authorization=Bearer ${token}"`,
    ].join('\n'),
  }),
};
