import { emptyUsage } from '../../domain/token-usage.ts';
import { joinPath, toFolder } from '../lib/paths.ts';
import { createBlockSettings } from '../lib/telemetry-settings.ts';
import { readCount, readCounts, readInstantText, readName } from '../lib/telemetry-values.ts';
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
      readName(attributes, 'prompt_id'),
      readInstantText(attributes, 'event.timestamp') ?? atMs,
      readCount(attributes, 'total_token_count'),
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
  // The agent reads this file at its start; its settings.json has no place for headers.
  settingsFile: createBlockSettings(
    (host) =>
      joinPath(host.platform, toFolder(host, host.variables['GEMINI_CLI_HOME']) ?? host.home, '.gemini', '.env'),
    /^\s*(?:export\s+)?(?:GEMINI_TELEMETRY_|OTEL_)/m,
    (endpoint, token) => toVariables(endpoint, token).join('\n'),
  ),
  toSettings: (endpoint, token) => ({
    place: 'environment',
    text: toVariables(endpoint, token)
      .map((line) => `export ${line}`)
      .join('\n'),
  }),
};

function toVariables(endpoint: string, token: string): readonly string[] {
  return [
    'GEMINI_TELEMETRY_ENABLED=true',
    'GEMINI_TELEMETRY_TARGET=local',
    `GEMINI_TELEMETRY_OTLP_ENDPOINT=${endpoint}`,
    'GEMINI_TELEMETRY_OTLP_PROTOCOL=http',
    'GEMINI_TELEMETRY_LOG_PROMPTS=false',
    `OTEL_EXPORTER_OTLP_HEADERS="Authorization=Bearer ${token}"`,
  ];
}
