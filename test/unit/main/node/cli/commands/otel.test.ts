import { describe, expect, it } from 'vitest';
import { createFakeEngine, runWith } from '../../../../../fakes/cli-host.ts';

const run = (...args: readonly string[]) => runWith(createFakeEngine(), ['otel', 'install', ...args]);

describe('fuelgauge otel install', () => {
  it.each([
    ['claude-code', 'environment variables', 'OTEL_EXPORTER_OTLP_ENDPOINT=http://127.0.0.1:8377'],
    ['codex', '~/.codex/config.toml', 'endpoint = "http://127.0.0.1:8377/v1/logs"'],
    ['gemini-cli', 'environment variables', 'GEMINI_TELEMETRY_LOG_PROMPTS=false'],
    ['copilot-cli', 'environment variables', 'OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT=false'],
  ])('prints the settings of %s, and opens nothing', async (agent, place, setting) => {
    const { exitCode, stdout, stderr, requests } = await run(agent, '--token', 'fg_1');
    expect([exitCode, requests]).toEqual([0, []]);
    expect(stderr).toContain(place);
    expect(stdout).toContain(setting);
    expect(stdout).toContain('Bearer fg_1');
  });

  it('prints them for scripts, for a server elsewhere', async () => {
    const { stdout } = await run('codex', '--endpoint', 'https://gauge.example:9000', '--json');
    const { source, place, text } = JSON.parse(stdout) as Record<string, string>;
    expect([source, place]).toEqual(['codex', '~/.codex/config.toml']);
    expect(text).toContain('https://gauge.example:9000/v1/logs');
  });

  it.each([
    [['amp'], 'claude-code, codex, gemini-cli'],
    [['codex', '--endpoint', 'gauge'], 'http://127.0.0.1:8377'],
    [['codex', '--endpoint', 'http://a"b'], 'http://127.0.0.1:8377'],
    [[], 'missing'],
  ])('%j is wrong usage', async (args, hint) => {
    const { exitCode, stderr } = await run(...args);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(hint);
  });
});
