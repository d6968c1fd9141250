import { emptyUsage } from '../../domain/token-usage.ts';
import { readCount, readCounts, readName } from '../lib/telemetry-values.ts';
import type { AgentTelemetry } from '../telemetry.ts';

const counted = [
  'gen_ai.usage.input_tokens',
  'gen_ai.usage.output_tokens',
  'gen_ai.usage.cache_read.input_tokens',
  'gen_ai.usage.cache_creation.input_tokens',
  'gen_ai.usage.cache_write.input_tokens',
  'gen_ai.usage.reasoning.output_tokens',
] as const;

/** An AI unit is a cent. */
const nanoUnitsPerUsd = 1e11;

/**
 * The span `chat`, one for each request; `invoke_agent` repeats their sums. Input includes both caches, output the
 * reasoning. Seen in the spans of 1.0.70 to 1.0.91 that others have published, see README.md.
 */
export const copilotCliTelemetry: AgentTelemetry = {
  services: /^github-copilot$/,
  signal: 'traces',
  attributes: [
    ...counted,
    ...['gen_ai.operation.name', 'gen_ai.response.model', 'gen_ai.request.model', 'gen_ai.conversation.id'],
    ...['gen_ai.response.id', 'github.copilot.turn_id', 'github.copilot.nano_aiu'],
  ],
  read({ atMs, attributes }) {
    if (attributes['gen_ai.operation.name'] !== 'chat') return null;
    const counts = readCounts(attributes, counted);
    const model = readName(attributes, 'gen_ai.response.model') ?? readName(attributes, 'gen_ai.request.model');
    const sessionId = readName(attributes, 'gen_ai.conversation.id');
    // A span that failed has no counts at all.
    if (attributes['gen_ai.usage.output_tokens'] === undefined) return null;
    if (counts === null || model === null || atMs === null) return null;
    const cacheRead = counts['gen_ai.usage.cache_read.input_tokens'];
    // The name changed between versions; a span has one of them.
    const cacheWrite = Math.max(
      counts['gen_ai.usage.cache_creation.input_tokens'],
      counts['gen_ai.usage.cache_write.input_tokens'],
    );
    const nanoUnits = readCount(attributes, 'github.copilot.nano_aiu') ?? 0;
    const output = counts['gen_ai.usage.output_tokens'];
    return {
      id:
        readName(attributes, 'gen_ai.response.id') ??
        [sessionId, readName(attributes, 'github.copilot.turn_id'), atMs].join(),
      atMs,
      model,
      sessionId,
      requestId: null,
      usage: {
        ...emptyUsage,
        inputTokens: Math.max(0, counts['gen_ai.usage.input_tokens'] - cacheRead - cacheWrite),
        cacheReadTokens: cacheRead,
        cacheCreation5mTokens: cacheWrite,
        outputTokens: output,
        reasoningTokens: Math.min(counts['gen_ai.usage.reasoning.output_tokens'], output),
      },
      costUsd: nanoUnits > 0 ? nanoUnits / nanoUnitsPerUsd : null,
    };
  },
  // The log knows a response by its message, the span by the provider's id, and a turn has several of either.
  toNames: () => null,
  toProvider: () => 'github-copilot',
  toSettings: (endpoint, token) => ({
    place: 'environment',
    text: [
      'export COPILOT_OTEL_ENABLED=true',
      'export COPILOT_OTEL_EXPORTER_TYPE=otlp-http',
      `export OTEL_EXPORTER_OTLP_ENDPOINT=${endpoint}`,
      `export OTEL_EXPORTER_OTLP_HEADERS="Authorization=Bearer ${token}"`,
      'export OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT=false',
    ].join('\n'),
  }),
};
