import { joinPath, toFolder } from '../lib/paths.ts';
import { createBlockSettings } from '../lib/telemetry-settings.ts';
import { readCounts, readInstantText, readName } from '../lib/telemetry-values.ts';
import type { AgentTelemetry } from '../telemetry.ts';
import { toTokenUsage } from './counters.ts';

const counted = [
  'input_token_count',
  'output_token_count',
  'cached_token_count',
  'cache_write_token_count',
  'reasoning_token_count',
  'tool_token_count',
] as const;

/**
 * The event `codex.sse_event` of the kind `response.completed` that has tokens: a response has two, one without. Some
 * counts are sent as text, the total as `tool_token_count`. Seen with 0.171.
 */
export const codexTelemetry: AgentTelemetry = {
  services: /^codex[\w-]*$/,
  attributes: [...counted, 'event.kind', 'event.timestamp', 'conversation.id', 'model'],
  read({ event, atMs, attributes }) {
    if (event !== 'codex.sse_event' || attributes['event.kind'] !== 'response.completed') return null;
    if (attributes['input_token_count'] === undefined) return null;
    const counts = readCounts(attributes, counted);
    const model = readName(attributes, 'model');
    const sessionId = readName(attributes, 'conversation.id');
    if (counts === null || model === null || sessionId === null || atMs === null) return null;
    return {
      id: [
        sessionId,
        readInstantText(attributes, 'event.timestamp') ?? atMs,
        counts.input_token_count,
        counts.output_token_count,
      ].join(),
      atMs,
      model,
      sessionId,
      requestId: null,
      usage: toTokenUsage({
        input: counts.input_token_count,
        cached: counts.cached_token_count,
        cacheWrite: counts.cache_write_token_count,
        output: counts.output_token_count,
        reasoning: counts.reasoning_token_count,
        total: counts.tool_token_count,
      }),
      costUsd: null,
    };
  },
  // Neither side sends an id of the response.
  toNames: () => null,
  toProvider: () => 'openai',
  settingsFile: createBlockSettings(
    (host) =>
      joinPath(
        host.platform,
        toFolder(host, host.variables['CODEX_HOME']) ?? joinPath(host.platform, host.home, '.codex'),
        'config.toml',
      ),
    /^\s*(?:\[+\s*)?["']?otel["']?\s*[.=\]]/m,
    toTable,
  ),
  toSettings: (endpoint, token) => ({ place: '~/.codex/config.toml', text: toTable(endpoint, token) }),
};

function toTable(endpoint: string, token: string): string {
  return [
    '[otel]',
    'log_user_prompt = false',
    `exporter = { otlp-http = { endpoint = "${endpoint}/v1/logs", protocol = "binary", headers = { "Authorization" = "Bearer ${token}" } } }`,
  ].join('\n');
}
