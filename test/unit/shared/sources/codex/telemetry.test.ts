import { describe, expect, it } from 'vitest';
import { codexTelemetry } from '../../../../../shared/sources/codex/telemetry.ts';

const attributes = {
  ...{ 'event.kind': 'response.completed', 'event.timestamp': '2026-05-04T09:00:00.123Z' },
  ...{ 'conversation.id': 't-1', model: 'gpt-5.5', input_token_count: '1000', output_token_count: 50 },
  ...{ cached_token_count: '600', cache_write_token_count: 100, reasoning_token_count: 20, tool_token_count: 1_050 },
};
const read = (change: Record<string, unknown> = {}, rest: object = {}) =>
  codexTelemetry.read({
    ...{ service: 'codex_cli_rs', event: 'codex.sse_event', atMs: 1_000 },
    attributes: JSON.parse(JSON.stringify({ ...attributes, ...change })) as Record<string, string>,
    ...rest,
  });

describe('a response that Codex reports', () => {
  it('has disjoint token classes, whether its counts are text or numbers', () => {
    expect(read()).toEqual({
      id: 't-1,2026-05-04T09:00:00.123Z,1000,50',
      ...{ atMs: 1_000, model: 'gpt-5.5', sessionId: 't-1', requestId: null, costUsd: null },
      usage: {
        ...{ inputTokens: 300, cacheCreation5mTokens: 100, cacheCreation1hTokens: 0, cacheReadTokens: 600 },
        ...{ outputTokens: 50, reasoningTokens: 20 },
      },
    });
  });

  it('is identified by its own time, or by that of the record if it has no valid one', () => {
    expect(read({ 'event.timestamp': undefined })?.id).toBe('t-1,1000,1000,50');
    expect(read({ 'event.timestamp': 'soon' })?.id).toBe('t-1,1000,1000,50');
  });

  it('is rejected if it is of another kind or incomplete, or has damaged counts', () => {
    expect(read({}, { event: 'codex.api_request' })).toBeNull();
    expect(read({}, { atMs: null })).toBeNull();
    expect(read({ 'event.kind': 'response.created' })).toBeNull();
    for (const name of ['input_token_count', 'model', 'conversation.id'])
      expect(read({ [name]: undefined })).toBeNull();
    expect(read({ output_token_count: 'many' })).toBeNull();
  });

  it('shares no name with its log and always has the same provider', () => {
    expect(codexTelemetry.toNames(read()!)).toBeNull();
    expect(codexTelemetry.toProvider('o3')).toBe('openai');
  });

  it.each([
    ['codex', true],
    ['codex_cli_rs', true],
    ['codex-tui', true],
    ['my-codex', false],
    ['codex other', false],
  ])('is accepted from the service %s: %s', (service, isOurs) => {
    expect(codexTelemetry.services.test(service)).toBe(isOurs);
  });
});

describe('the telemetry settings of Codex', () => {
  const { add, remove, file } = codexTelemetry.settingsFile!;
  const host = { platform: 'linux', home: '/home/ada', variables: {}, otherHomes: [] } as const;

  it('are a table at the end of the config.toml that Codex reads', () => {
    expect(file(host)).toBe('/home/ada/.codex/config.toml');
    expect(file({ ...host, variables: { CODEX_HOME: '/x' } })).toBe('/x/config.toml');
    const added = add('model = "o3"\n', 'http://127.0.0.1:8377', 'T');
    const table = [
      '[otel]',
      'log_user_prompt = false',
      'exporter = { otlp-http = { endpoint = "http://127.0.0.1:8377/v1/logs", protocol = "binary", headers = { "Authorization" = "Bearer T" } } }',
    ].join('\n');
    expect(added).toEqual({ text: `model = "o3"\n#fuelgauge-otel-begin\n${table}\n#fuelgauge-otel-end\n` });
    expect(codexTelemetry.toSettings('http://127.0.0.1:8377', 'T')).toEqual({
      place: '~/.codex/config.toml',
      text: table,
    });
    expect(remove('x')).toBeNull();
  });

  it.each(['[otel]', '[ otel ]', 'otel.exporter = "none"', '["otel"]', ' [otel.exporter]', "'otel' = {}", '[[otel]]'])(
    'are not added if the user has their own: %s',
    (line) => {
      expect(add(`model = "o3"\n${line}\n`, 'e', 't')).toBe('own-settings');
    },
  );

  it.each(['[hotel]', '# otel later', '[otelly]', 'name = "[otel]"'])('are added next to %s', (line) => {
    expect(add(`${line}\n`, 'e', 't')).toHaveProperty('text');
  });
});
