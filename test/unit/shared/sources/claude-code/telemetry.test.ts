import { describe, expect, it } from 'vitest';
import { claudeCodeTelemetry } from '../../../../../shared/sources/claude-code/telemetry.ts';

const requestId = 'req_011CtestRequest000001';
const attributes = {
  ...{ model: 'claude-opus-5', cost_usd: '0.25', request_id: requestId, 'session.id': 's-1', 'event.sequence': 7 },
  ...{ input_tokens: '10', output_tokens: 20, cache_read_tokens: 30, cache_creation_tokens: 40 },
};
const read = (change: Record<string, unknown> = {}, rest: object = {}) =>
  claudeCodeTelemetry.read({
    ...{ service: 'claude-code', event: 'claude_code.api_request', atMs: 1_000 },
    attributes: JSON.parse(JSON.stringify({ ...attributes, ...change })) as Record<string, string>,
    ...rest,
  });

describe('a request that Claude Code reports', () => {
  it('has its token classes, its cost and a name that the transcript shares', () => {
    expect(read()).toEqual({
      ...{ id: requestId, atMs: 1_000, model: 'claude-opus-5', sessionId: 's-1', requestId, costUsd: 0.25 },
      usage: {
        ...{ inputTokens: 10, cacheCreation5mTokens: 40, cacheCreation1hTokens: 0, cacheReadTokens: 30 },
        ...{ outputTokens: 20, reasoningTokens: 0 },
      },
    });
    expect(claudeCodeTelemetry.toNames(read()!)).toEqual([`claude-code:telemetry:${requestId}`]);
  });

  it('accepts either event name', () => {
    expect(read({}, { event: 'api_request' })).not.toBeNull();
    expect(read({}, { event: 'claude_code.api_error' })).toBeNull();
  });

  it('is identified by session, sequence and time if it has no request id, and then has no shared name', () => {
    const use = read({ request_id: undefined })!;
    expect(use).toMatchObject({ id: 's-1,7,1000', requestId: null });
    expect(claudeCodeTelemetry.toNames(use)).toBeNull();
  });

  it('is rejected without a model, a time or valid counts', () => {
    expect([read({ model: undefined }), read({}, { atMs: null }), read({ output_tokens: -1 })]).toEqual([
      null,
      null,
      null,
    ]);
  });

  it.each([
    ['0', 0],
    [0.5, 0.5],
    [-1, null],
    ['much', null],
    [undefined, null],
  ])('reads the cost %j as %j', (cost_usd, costUsd) => {
    expect(read({ cost_usd })?.costUsd).toBe(costUsd);
  });

  it.each([
    ['claude-opus-5', 'anthropic'],
    ['us.Anthropic.x', 'anthropic'],
    ['glm-5', 'unknown'],
  ])('for the model %s has the provider %s', (model, provider) => {
    expect(claudeCodeTelemetry.toProvider(model)).toBe(provider);
  });

  it('is accepted only from the service claude-code', () => {
    expect(
      ['claude-code', 'my-claude-code', 'claude-code-x'].map((name) => claudeCodeTelemetry.services.test(name)),
    ).toEqual([true, false, false]);
  });

  it('is enabled by environment variables, quoted if the shell needs it', () => {
    expect(claudeCodeTelemetry.toSettings('http://127.0.0.1:8377', 'T')).toEqual({
      place: 'environment',
      text: [
        'export CLAUDE_CODE_ENABLE_TELEMETRY=1',
        'export OTEL_LOGS_EXPORTER=otlp',
        'export OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf',
        'export OTEL_EXPORTER_OTLP_ENDPOINT=http://127.0.0.1:8377',
        'export OTEL_EXPORTER_OTLP_HEADERS="Authorization=Bearer T"',
      ].join('\n'),
    });
  });
});
