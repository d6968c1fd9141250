import { describe, expect, it } from 'vitest';
import { geminiCliTelemetry } from '../../../../../shared/sources/gemini-cli/telemetry.ts';

const attributes = {
  ...{ 'event.timestamp': '2026-05-04T09:00:00.123Z', 'session.id': 's-1', prompt_id: 'p-1', model: 'gemini-3-pro' },
  ...{ input_token_count: 1_000, cached_content_token_count: 600, tool_token_count: 5, total_token_count: 1_075 },
  ...{ output_token_count: 50, thoughts_token_count: 20 },
};
const read = (change: Record<string, unknown> = {}, rest: object = {}) =>
  geminiCliTelemetry.read({
    ...{ service: 'gemini-cli', event: 'gemini_cli.api_response', atMs: 1_000 },
    attributes: JSON.parse(JSON.stringify({ ...attributes, ...change })) as Record<string, string>,
    ...rest,
  });

describe('a response that Gemini CLI reports', () => {
  it('has disjoint token classes: tool tokens are input, thoughts are output', () => {
    expect(read()).toEqual({
      id: 's-1,p-1,2026-05-04T09:00:00.123Z,1075',
      ...{ atMs: 1_000, model: 'gemini-3-pro', sessionId: 's-1', requestId: null, costUsd: null },
      usage: {
        ...{ inputTokens: 405, cacheCreation5mTokens: 0, cacheCreation1hTokens: 0, cacheReadTokens: 600 },
        ...{ outputTokens: 70, reasoningTokens: 20 },
      },
    });
  });

  it('has no more cached tokens than input tokens', () => {
    expect(read({ cached_content_token_count: 5_000 })?.usage).toMatchObject({
      inputTokens: 5,
      cacheReadTokens: 1_000,
    });
  });

  it('is identified by the time of the record if it has no time of its own', () => {
    expect(read({ 'event.timestamp': undefined, prompt_id: undefined })?.id).toBe('s-1,,1000,1075');
    expect(geminiCliTelemetry.toNames(read()!)).toBeNull();
    expect(geminiCliTelemetry.toProvider('x')).toBe('google');
  });

  it('is rejected if it is of another kind, has no time or model, or has a damaged count', () => {
    expect(read({}, { event: 'gemini_cli.api_error' })).toBeNull();
    expect(read({}, { atMs: null })).toBeNull();
    expect([read({ model: undefined }), read({ output_token_count: 'x' })]).toEqual([null, null]);
  });
});

describe('the telemetry settings of Gemini CLI', () => {
  const { add, file } = geminiCliTelemetry.settingsFile!;
  const host = { platform: 'linux', home: '/home/ada', variables: {}, otherHomes: [] } as const;

  it('are variables in the file that the agent reads at startup', () => {
    expect(file(host)).toBe('/home/ada/.gemini/.env');
    expect(file({ ...host, variables: { GEMINI_CLI_HOME: '/x' } })).toBe('/x/.gemini/.env');
    const lines = [
      'GEMINI_TELEMETRY_ENABLED=true',
      'GEMINI_TELEMETRY_TARGET=local',
      'GEMINI_TELEMETRY_OTLP_ENDPOINT=http://e',
      'GEMINI_TELEMETRY_OTLP_PROTOCOL=http',
      'GEMINI_TELEMETRY_LOG_PROMPTS=false',
      'OTEL_EXPORTER_OTLP_HEADERS="Authorization=Bearer T"',
    ];
    expect(add('', 'http://e', 'T')).toEqual({
      text: ['#fuelgauge-otel-begin', ...lines, '#fuelgauge-otel-end', ''].join('\n'),
    });
    expect(geminiCliTelemetry.toSettings('http://e', 'T')).toEqual({
      place: 'environment',
      text: lines.map((line) => `export ${line}`).join('\n'),
    });
  });

  it.each(['GEMINI_TELEMETRY_ENABLED=false', 'export OTEL_X=1', ' export  OTEL_X=1'])(
    'are not added if the user has their own: %s',
    (line) => {
      expect(add(`KEY=1\n${line}\n`, 'e', 't')).toBe('own-settings');
    },
  );

  it.each(['KEY=OTEL_X', '# GEMINI_TELEMETRY_ENABLED=true', 'exportOTEL_=1'])('are added next to %s', (line) => {
    expect(add(`${line}\n`, 'e', 't')).toHaveProperty('text');
  });
});
