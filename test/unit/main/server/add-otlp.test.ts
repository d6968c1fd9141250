import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { repositoryRoot } from '../../../../build/lib/paths.ts';
import { emptyUsage } from '../../../../shared/domain/token-usage.ts';
import { toJsonLogs, toProtobufLogs, type LogInShort } from '../../../support/otlp-logs.ts';
import { createServerUnderTest } from '../../../support/server-app.ts';

const json = { 'Content-Type': 'application/json' };
const protobuf = { 'Content-Type': 'application/x-protobuf' };
const atMs = Date.parse('2026-05-01T14:00:00Z');
const request: LogInShort = {
  service: 'claude-code',
  event: 'claude_code.api_request',
  atMs,
  attributes: {
    model: 'claude-opus-4-8',
    input_tokens: 12,
    output_tokens: '345',
    cache_read_tokens: 20_000,
    cache_creation_tokens: 300,
    cost_usd: 0.0125,
    request_id: 'req_1',
    'session.id': 'session-1',
    prompt: 'my secret prompt',
  },
};
const use = {
  id: 'req_1',
  atMs,
  model: 'claude-opus-4-8',
  sessionId: 'session-1',
  requestId: 'req_1',
  usage: {
    ...emptyUsage,
    inputTokens: 12,
    outputTokens: 345,
    cacheReadTokens: 20_000,
    cacheCreation5mTokens: 300,
  },
  costUsd: 0.0125,
};

async function send(body: string | Uint8Array, headers: Record<string, string>, path = '/v1/logs') {
  const server = createServerUnderTest({ settings: { maxBodyKilobytes: 1_000 } });
  const init = { method: 'POST', headers: { ...server.authorize('ingest'), ...headers }, body: body as BodyInit };
  const response = await server.ask(path, init);
  return { status: response.status, response, added: server.added, audit: server.audit };
}

describe('the receiver of telemetry', () => {
  it.each([
    ['JSON', toJsonLogs([request]), json],
    ['protobuf', toProtobufLogs([request]), protobuf],
    ['compressed JSON', gzipSync(toJsonLogs([request])), { ...json, 'Content-Encoding': 'gzip' }],
    ['compressed protobuf', gzipSync(toProtobufLogs([request])), { ...protobuf, 'Content-Encoding': 'GZIP' }],
  ])('reads %s, and keeps nothing of prompts', async (_name, body, headers: Record<string, string>) => {
    const { status, response, added } = await send(body, headers);
    expect(status).toBe(200);
    expect(response.headers.get('content-type')).toBe(headers['Content-Type']);
    expect(added).toEqual([{ source: 'claude-code', use }]);
    expect(JSON.stringify(added)).not.toContain('secret');
  });

  it.each(['/v1/metrics', '/v1/traces'])('accepts %s, which say the same again, and drops them', async (path) => {
    const { status, added } = await send(toJsonLogs([request]), json, path);
    expect([status, added]).toEqual([200, []]);
  });

  it.each([
    ['nothing known', toJsonLogs([{ ...request, service: 'my-app' }]), json, 200],
    ['another event', toJsonLogs([{ ...request, event: 'claude_code.user_prompt' }]), json, 200],
    [
      'a count that is none',
      toJsonLogs([{ ...request, attributes: { ...request.attributes, input_tokens: -1 } }]),
      json,
      200,
    ],
    ['no JSON', '{', json, 400],
    ['no object', '[]', json, 400],
    ['no protobuf', Uint8Array.of(0xff, 0xff), protobuf, 400],
    ['no gzip', 'x', { ...json, 'Content-Encoding': 'gzip' }, 400],
    ['an unknown compression', 'x', { ...json, 'Content-Encoding': 'br' }, 400],
    ['text', 'x', { 'Content-Type': 'text/plain' }, 400],
    ['a bomb', gzipSync(Buffer.alloc(10_000_000)), { ...json, 'Content-Encoding': 'gzip' }, 413],
  ])('keeps nothing of %s', async (_name, body, headers: Record<string, string>, expected) => {
    const { status, added } = await send(body, headers);
    expect([status, added]).toEqual([expected, []]);
  });

  it('needs a token that may ingest, also on loopback', async () => {
    const { ask, authorize, added } = createServerUnderTest();
    const post = async (headers: Record<string, string>) =>
      (await ask('/v1/logs', { method: 'POST', headers: { ...json, ...headers }, body: toJsonLogs([request]) })).status;
    expect([await post({}), await post(authorize('read')), added.length]).toEqual([401, 403, 0]);
    expect([await post(authorize('ingest')), await post(authorize('admin')), added.length]).toEqual([200, 200, 2]);
  });

  it('survives whatever is sent', async () => {
    const whole = toProtobufLogs([request]);
    const damaged = fc.tuple(fc.nat({ max: whole.length - 1 }), fc.nat({ max: 255 }), fc.nat({ max: whole.length }));
    await fc.assert(
      fc.asyncProperty(damaged, async ([at, byte, length]) => {
        const bytes = Uint8Array.from(whole);
        bytes[at] = byte;
        expect((await send(bytes.subarray(0, length), protobuf)).status).toBeLessThan(500);
      }),
      { numRuns: 300 },
    );
    await fc.assert(
      fc.asyncProperty(fc.json(), async (text) => {
        for (const body of [text, `{"resourceLogs":${text}}`, `{"resourceLogs":[{"scopeLogs":${text}}]}`]) {
          expect((await send(body, json)).status).toBeLessThan(500);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe.each([
  [
    'codex-0.171',
    'codex',
    'gpt-fake',
    { inputTokens: 1_000, cacheReadTokens: 200, outputTokens: 34, reasoningTokens: 10 },
  ],
  [
    'gemini-0.61',
    'gemini-cli',
    'gemini-2.5-pro',
    { inputTokens: 700, cacheReadTokens: 300, outputTokens: 27, reasoningTokens: 7 },
  ],
])('what %s really sent', (name, source, model, usage) => {
  const file = join(repositoryRoot, `../shared/otel/${name}-otlp.jsonl`);
  it.skipIf(!existsSync(file))('is read to the token (skipped where the recording is absent)', async () => {
    const lines = readFileSync(file, 'utf8').trim().split('\n');
    const uses = [];
    for (const line of lines) {
      const { url, body } = JSON.parse(line) as { url: string; body: unknown };
      const { status, added } = await send(JSON.stringify(body), json, url);
      expect(status).toBe(200);
      uses.push(...added);
    }
    expect(uses).toMatchObject([{ source, use: { model, usage: { ...emptyUsage, ...usage } } }]);
  });
});
