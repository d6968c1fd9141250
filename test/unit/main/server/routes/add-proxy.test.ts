import { describe, expect, it } from 'vitest';
import { createServerUnderTest } from '../../../../support/server-app.ts';

const callback = '/v1/proxy/litellm/callback';
const webhook = '/v1/proxy/litellm/webhook';
const payload = {
  ...{ id: 'chatcmpl-1', model: 'gpt-5.5', response_cost: 0.1, prompt_tokens: 12, completion_tokens: 34 },
  ...{ startTime: 1_777_626_000, endTime: 1_777_626_003, messages: [{ content: 'my secret prompt' }] },
};
const budget = { event: 'budget_crossed', event_group: 'key', token: 'hash', spend: 51, max_budget: 50 };

async function post(path: string, body: string, scope: 'ingest' | 'read' | null = 'ingest') {
  const server = createServerUnderTest({ settings: { maxBodyKilobytes: 4 } });
  const headers = { 'Content-Type': 'application/json', ...(scope !== null && server.authorize(scope)) };
  const { status } = await server.ask(path, { method: 'POST', headers, body });
  return { status, reported: server.reported, audit: server.audit };
}

describe('what proxies post to', () => {
  it('keeps usage and no prompt', async () => {
    const { status, reported, audit } = await post(callback, JSON.stringify([payload]));
    expect(status).toBe(200);
    expect(reported).toMatchObject([{ uses: [{ id: 'chatcmpl-1', usage: { inputTokens: 12, outputTokens: 34 } }] }]);
    expect(JSON.stringify(reported) + audit.join()).not.toContain('secret');
    expect(audit).toHaveLength(1);
  });

  it('keeps budgets', async () => {
    expect((await post(webhook, JSON.stringify(budget))).reported).toMatchObject([{ budgets: [{ usedUsd: 51 }] }]);
  });

  it('has what cannot be written sent again', async () => {
    const { ask, authorize } = createServerUnderTest({ isDiskFull: true });
    const init = { method: 'POST', headers: authorize('ingest'), body: JSON.stringify(payload) };
    expect((await ask(callback, init)).status).toBe(503);
  });

  it.each([
    ['without a token', callback, JSON.stringify(payload), null, 401],
    ['with a token that only reads', callback, JSON.stringify(payload), 'read', 403],
    ['with a body that is no JSON', callback, '{', 'ingest', 400],
    ['with a message that is none', webhook, '{}', 'ingest', 400],
    ['with too large a body', callback, JSON.stringify({ ...payload, messages: 'x'.repeat(5_000) }), 'ingest', 413],
    ['for a proxy that is none', '/v1/proxy/other/callback', JSON.stringify(payload), 'ingest', 404],
  ] as const)('keeps nothing %s', async (_name, path, body, scope, expected) => {
    const { status, reported } = await post(path, body, scope);
    expect(status).toBe(expected);
    expect(reported).toEqual([]);
  });
});
