import { emptyUsage } from '../../domain/token-usage.ts';
import { readCount, readCounts, readName } from '../lib/telemetry-values.ts';
import { createEnvSettings } from '../lib/telemetry-settings.ts';
import type { AgentTelemetry } from '../telemetry.ts';
import { toRequestName } from './identity.ts';
import { settingsFile } from './statusline/settings.ts';

const counted = ['input_tokens', 'output_tokens', 'cache_read_tokens', 'cache_creation_tokens'] as const;

/**
 * The event `claude_code.api_request`, one for each request. https://code.claude.com/docs/en/monitoring-usage; its
 * `request_id` is the transcript's `requestId`.
 */
export const claudeCodeTelemetry: AgentTelemetry = {
  services: /^claude-code$/,
  attributes: [...counted, 'model', 'cost_usd', 'request_id', 'session.id', 'event.sequence'],
  read({ event, atMs, attributes }) {
    if (event !== 'claude_code.api_request' && event !== 'api_request') return null;
    const counts = readCounts(attributes, counted);
    const model = readName(attributes, 'model');
    const sessionId = readName(attributes, 'session.id');
    const requestId = readName(attributes, 'request_id');
    if (counts === null || model === null || atMs === null) return null;
    const cost = Number(attributes['cost_usd']);
    return {
      id: requestId ?? [sessionId, readCount(attributes, 'event.sequence'), atMs].join(),
      atMs,
      model,
      sessionId,
      requestId,
      usage: {
        ...emptyUsage,
        inputTokens: counts.input_tokens,
        outputTokens: counts.output_tokens,
        cacheReadTokens: counts.cache_read_tokens,
        cacheCreation5mTokens: counts.cache_creation_tokens,
      },
      costUsd: Number.isFinite(cost) && cost >= 0 ? cost : null,
    };
  },
  toNames({ requestId }) {
    const name = toRequestName(requestId);
    return name === null ? null : [name];
  },
  toProvider: (model) => (/claude|anthropic/i.test(model) ? 'anthropic' : 'unknown'),
  settingsFile: createEnvSettings(settingsFile, toVariables),
  toSettings: (endpoint, token) => ({
    place: 'environment',
    text: Object.entries(toVariables(endpoint, token))
      .map(([name, value]) => `export ${name}=${value.includes(' ') ? `"${value}"` : value}`)
      .join('\n'),
  }),
};

function toVariables(endpoint: string, token: string) {
  return {
    CLAUDE_CODE_ENABLE_TELEMETRY: '1',
    OTEL_LOGS_EXPORTER: 'otlp',
    OTEL_EXPORTER_OTLP_PROTOCOL: 'http/protobuf',
    OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
    OTEL_EXPORTER_OTLP_HEADERS: `Authorization=Bearer ${token}`,
  };
}
