import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { repositoryRoot } from '../../../../../build/lib/paths.ts';
import { emptyUsage } from '../../../../../shared/domain/token-usage.ts';
import {
  toJsonLogs,
  toJsonSpans,
  toProtobufLogs,
  toProtobufSpans,
  type LogInShort,
} from '../../../../support/otlp-logs.ts';
import { createServerUnderTest } from '../../../../support/server-app.ts';

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

/** As Copilot CLI 1.0.8x sends it: its input includes both caches. */
const chat: LogInShort = {
  ...{ service: 'github-copilot', event: 'chat claude-opus-4.6', atMs },
  attributes: {
    'gen_ai.operation.name': 'chat',
    'gen_ai.request.model': 'claude-opus-4.6',
    'gen_ai.response.model': 'claude-opus-4.6',
    'gen_ai.conversation.id': 'conversation-1',
    'gen_ai.response.id': 'msg_bdrk_1',
    'gen_ai.usage.input_tokens': 22_799,
    'gen_ai.usage.output_tokens': 77,
    'gen_ai.usage.cache_read.input_tokens': 13_013,
    'gen_ai.usage.cache_creation.input_tokens': 9_776,
    'gen_ai.usage.reasoning.output_tokens': 13,
    'github.copilot.nano_aiu': 6_958_150_000,
    'github.copilot.turn_id': '0',
    'gen_ai.input.messages': 'my secret prompt',
    'gen_ai.tool.definitions': 'my secret prompt',
  },
};
const chatUse = {
  ...{ id: 'msg_bdrk_1', atMs, model: 'claude-opus-4.6', sessionId: 'conversation-1', requestId: null },
  usage: {
    ...emptyUsage,
    ...{ inputTokens: 10, cacheReadTokens: 13_013, cacheCreation5mTokens: 9_776 },
    ...{ outputTokens: 77, reasoningTokens: 13 },
  },
  costUsd: 0.0695815,
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

  it.each([
    ['JSON', toJsonSpans, json],
    ['protobuf', toProtobufSpans, protobuf],
  ])('reads the spans of Copilot in %s: each request once, without what repeats it', async (_name, encode, headers) => {
    const spans = [chat, { ...chat, attributes: { ...chat.attributes, 'gen_ai.operation.name': 'invoke_agent' } }];
    const { status, added } = await send(encode(spans), headers, '/v1/traces');
    expect([status, added]).toEqual([200, [{ source: 'copilot-cli', use: chatUse }]]);
    expect(JSON.stringify(added)).not.toContain('secret');
    // A log record of the same, or a span of an agent that reports in logs, is none.
    expect((await send(toJsonLogs([chat]), json)).added).toEqual([]);
    expect((await send(toJsonSpans([request]), json, '/v1/traces')).added).toEqual([]);
  });

  it.each([
    ['without tokens', toJsonSpans, json, { 'gen_ai.usage.output_tokens': '' }],
    ['with a negative count', toJsonSpans, json, { 'gen_ai.usage.input_tokens': -1 }],
    ['with NaN', toProtobufSpans, protobuf, { 'gen_ai.usage.input_tokens': Number.NaN }],
    ['with a truth for a count', toProtobufSpans, protobuf, { 'gen_ai.usage.input_tokens': true }],
    ['with a sentence for a model', toJsonSpans, json, { 'gen_ai.response.model': 'a b', 'gen_ai.request.model': '' }],
  ])('keeps nothing of a span %s', async (_name, encode, headers: Record<string, string>, change) => {
    const spans = [{ ...chat, attributes: { ...chat.attributes, ...change } as LogInShort['attributes'] }];
    expect((await send(encode(spans), headers, '/v1/traces')).added).toEqual([]);
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
    [
      'no name but a sentence',
      toJsonLogs([{ ...request, attributes: { ...request.attributes, model: 'a b' } }]),
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

  it.each([
    ['claude-code', 'claude_code.api_request', { model: 'm', input_tokens: 1, output_tokens: 1 }],
    [
      'codex_exec',
      'codex.sse_event',
      { 'event.kind': 'response.completed', model: 'm', 'conversation.id': 'c', input_token_count: 1 },
    ],
    ['gemini-cli', 'gemini_cli.api_response', { model: 'm', input_token_count: 1, output_token_count: 1 }],
    [
      'github-copilot',
      'chat m',
      { 'gen_ai.operation.name': 'chat', 'gen_ai.response.model': 'm', 'gen_ai.usage.output_tokens': 1 },
    ],
  ])('keeps no words of %s, wherever a hostile sender puts them', async (service, event, needed) => {
    const { wantedAttributes } = await import('../../../../../main/server/otlp/read-uses.ts');
    const hostile = Object.fromEntries(
      [...wantedAttributes, 'prompt', 'x'.repeat(5_000)].map((name) => [name, 'my secret prompt '.repeat(300)]),
    );
    const names = Object.keys(hostile).filter((name) => !Object.hasOwn(needed, name) && !/token|cost|aiu/.test(name));
    const kept = await Promise.all(
      names.map(async (name) => {
        const one: LogInShort = { service, event, atMs, attributes: { ...needed, [name]: hostile[name]! } };
        const isSpan = service === 'github-copilot';
        const { status, added } = isSpan
          ? await send(toJsonSpans([one]), json, '/v1/traces')
          : await send(toProtobufLogs([one]), protobuf);
        expect(status).toBe(200);
        return added;
      }),
    );
    // Most of them do not keep a response from being read; none of them is kept.
    expect(kept.flat().length).toBeGreaterThan(names.length / 2);
    expect(JSON.stringify(kept)).not.toContain('secret');
    expect(JSON.stringify(kept).length).toBeLessThan(600 * kept.length);
    const everywhere: LogInShort = { service, event, atMs, attributes: hostile };
    for (const body of [toJsonLogs([everywhere]), toJsonSpans([everywhere])]) {
      const path = body.includes('resourceSpans') ? '/v1/traces' : '/v1/logs';
      expect((await send(body, json, path)).added).toEqual([]);
    }
  });

  it('has what cannot be written sent again: a sender drops what is answered with 500', async () => {
    const { ask, authorize, audit } = createServerUnderTest({ isDiskFull: true });
    for (const [path, body] of [
      ['/v1/logs', toJsonLogs([request])],
      ['/v1/traces', toJsonSpans([chat])],
    ] as const) {
      const response = await ask(path, { method: 'POST', headers: { ...json, ...authorize('ingest') }, body });
      expect([response.status, await response.json()]).toMatchObject([503, { type: 'urn:fuelgauge:problem:not-kept' }]);
    }
    expect(audit).toEqual([]);
  });

  it('refuses what is too large before it is read, also where only its points are many', async () => {
    const points = Array.from({ length: 40_000 }, () => '{"asInt":"1","timeUnixNano":"1"}').join();
    const body = `{"resourceMetrics":[{"scopeMetrics":[{"metrics":[{"sum":{"dataPoints":[${points}]}}]}]}]}`;
    expect(body.length).toBeGreaterThan(1_000_000);
    for (const path of ['/v1/metrics', '/v1/logs', '/v1/traces']) {
      expect((await send(body, json, path)).status).toBe(413);
      expect((await send(gzipSync(body), { ...json, 'Content-Encoding': 'gzip' }, path)).status).toBe(413);
    }
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
