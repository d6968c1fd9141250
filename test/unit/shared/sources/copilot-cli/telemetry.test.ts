import { describe, expect, it } from 'vitest';
import { copilotCliTelemetry } from '../../../../../shared/sources/copilot-cli/telemetry.ts';

const attributes = {
  ...{ 'gen_ai.operation.name': 'chat', 'gen_ai.response.model': 'gpt-5.5', 'gen_ai.request.model': 'auto' },
  ...{ 'gen_ai.conversation.id': 's-1', 'gen_ai.response.id': 'r-1', 'github.copilot.turn_id': 't-1' },
  ...{ 'gen_ai.usage.input_tokens': 1_000, 'gen_ai.usage.output_tokens': 50 },
  ...{ 'gen_ai.usage.cache_read.input_tokens': 600, 'gen_ai.usage.cache_creation.input_tokens': 100 },
  ...{ 'gen_ai.usage.reasoning.output_tokens': 20, 'github.copilot.nano_aiu': 6_958_150_000 },
};
const read = (change: Record<string, unknown> = {}, atMs: number | null = 1_000) =>
  copilotCliTelemetry.read({
    ...{ service: 'github-copilot', event: 'chat gpt-5.5', atMs },
    attributes: JSON.parse(JSON.stringify({ ...attributes, ...change })) as Record<string, string>,
  });

describe('a request that Copilot reports', () => {
  it('has disjoint token classes, and a cost of one cent per AI unit', () => {
    expect(read()).toEqual({
      ...{ id: 'r-1', atMs: 1_000, model: 'gpt-5.5', sessionId: 's-1', requestId: null, costUsd: 0.0695815 },
      usage: {
        ...{ inputTokens: 300, cacheCreation5mTokens: 100, cacheCreation1hTokens: 0, cacheReadTokens: 600 },
        ...{ outputTokens: 50, reasoningTokens: 20 },
      },
    });
  });

  it('reads cache writes from either attribute', () => {
    const written = {
      'gen_ai.usage.cache_creation.input_tokens': undefined,
      'gen_ai.usage.cache_write.input_tokens': 70,
    };
    expect(read(written)?.usage).toMatchObject({ inputTokens: 330, cacheCreation5mTokens: 70 });
  });

  it('never has negative input or more reasoning than output', () => {
    const usage = read({ 'gen_ai.usage.input_tokens': 5, 'gen_ai.usage.reasoning.output_tokens': 90 })?.usage;
    expect(usage).toMatchObject({ inputTokens: 0, reasoningTokens: 50 });
  });

  it('has the requested model if the response names none', () => {
    expect(read({ 'gen_ai.response.model': undefined })?.model).toBe('auto');
    expect(read({ 'gen_ai.response.model': undefined, 'gen_ai.request.model': undefined })).toBeNull();
  });

  it('is identified by the provider’s id, or by session, turn and time without one', () => {
    expect(read({ 'gen_ai.response.id': undefined })?.id).toBe('s-1,t-1,1000');
    expect(copilotCliTelemetry.toNames(read()!)).toBeNull();
  });

  it('has no cost unless it states one', () => {
    for (const units of [0, undefined, 'many']) expect(read({ 'github.copilot.nano_aiu': units })?.costUsd).toBeNull();
  });

  it('is rejected if it is of another kind, failed, or has no time or a damaged count', () => {
    expect(read({ 'gen_ai.operation.name': 'invoke_agent' })).toBeNull();
    expect(read({ 'gen_ai.usage.output_tokens': undefined })).toBeNull();
    expect(read({ 'gen_ai.usage.output_tokens': -1 })).toBeNull();
    expect(read({}, null)).toBeNull();
  });

  it('is accepted only from the service github-copilot', () => {
    const names = ['github-copilot', 'my-github-copilot', 'github-copilot-x'];
    expect(names.map((name) => copilotCliTelemetry.services.test(name))).toEqual([true, false, false]);
  });

  it('is enabled by environment variables', () => {
    expect(copilotCliTelemetry.toSettings('http://e', 'T').text.split('\n')).toEqual([
      'export COPILOT_OTEL_ENABLED=true',
      'export COPILOT_OTEL_EXPORTER_TYPE=otlp-http',
      'export OTEL_EXPORTER_OTLP_ENDPOINT=http://e',
      'export OTEL_EXPORTER_OTLP_HEADERS="Authorization=Bearer T"',
      'export OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT=false',
    ]);
  });
});
