import { describe, expect, it } from 'vitest';
import { createServerUnderTest } from '../../../../support/server-app.ts';
import { defaultSettings } from '../../../../../shared/settings/defaults.ts';
import type { ActivitySettings } from '../../../../../shared/settings/activity-settings.ts';

const extension = { Origin: 'chrome-extension://abcdefghijklmnop' };

function makeServer(activity: Partial<ActivitySettings> = { receiver: true }, isLocal = true) {
  const server = createServerUnderTest({ isLocal });
  const settings = { ...defaultSettings, activity: { ...defaultSettings.activity, ...activity } };
  Object.assign(server.host.settings, { get: () => settings });
  const post = (path: string, body: unknown, headers: Record<string, string> = server.authorize('ingest')) =>
    server.ask(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  return { ...server, post };
}

const siteEvent = { domain: 'claude.ai', duration_seconds: 90, visit_count: 2, browser: 'chrome' };
const apiEvent = {
  type: 'api_intercept',
  tool: 'claude-web',
  model: 'claude-sonnet-4-6',
  input_tokens: 7,
  output_tokens: 3,
};

describe('the receiver', () => {
  it('is off until it is switched on', async () => {
    const { ask, post, activity } = makeServer({});
    expect((await ask('/health')).status).toBe(404);
    expect((await post('/metrics/browser', { events: [siteEvent] })).status).toBe(404);
    expect(activity).toEqual([]);
  });

  it('answers as the agent of ai-cost-observer does', async () => {
    const { ask, authorize, post, activity } = makeServer();
    expect(await (await ask('/health')).json()).toEqual({ status: 'healthy' });
    const config = await (await ask('/api/extension-config', { headers: authorize('ingest') })).json();
    expect(config.domains).toContain('github.com/copilot');
    expect(config.api_patterns).toHaveLength(10);
    expect(config.cost_rates['claude.ai']).toBe(0.6);
    const browser = await post('/metrics/browser', {
      events: [siteEvent, { domain: 'unlisted.example', visit_count: 1 }],
    });
    expect(await browser.json()).toEqual({ status: 'ok', processed: 2 });
    const tokens = await post('/api/tokens', { events: [apiEvent, { type: 'other' }] });
    expect(await tokens.json()).toEqual({ status: 'ok', processed: 1 });
    const sum = (kind: string, name: 'activeMs' | 'count' | 'inputTokens') =>
      activity.filter((row) => row.kind === kind).reduce((total, row) => total + row[name], 0);
    expect([sum('site', 'activeMs'), sum('site', 'count'), sum('api', 'count'), sum('api', 'inputTokens')]).toEqual([
      90_000, 2, 1, 7,
    ]);
  });

  it('drops prompts, answers and addresses at the door', async () => {
    const { post, activity, audit } = makeServer();
    const secret = { prompt_text: 'SECRET', response_text: 'SECRET', url: 'https://x/SECRET', title: 'SECRET' };
    await post('/api/tokens', { events: [{ ...apiEvent, ...secret, tool: 'SECRET', model: 'SECRET words' }] });
    await post('/metrics/browser', { events: [{ ...siteEvent, ...secret, browser: 'SECRET' }, { domain: 'SECRET' }] });
    expect(activity.length).toBeGreaterThan(0);
    expect(JSON.stringify([activity, audit])).not.toContain('SECRET');
  });

  it('needs a token, unless extensions of this machine may do without', async () => {
    const paired = makeServer();
    expect((await paired.post('/metrics/browser', { events: [siteEvent] }, extension)).status).toBe(401);
    expect((await paired.post('/metrics/browser', { events: [siteEvent] }, paired.authorize('read'))).status).toBe(403);
    const unpaired = makeServer({ receiver: true, unpairedExtension: true });
    const answer = await unpaired.post('/metrics/browser', { events: [siteEvent] }, extension);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('access-control-allow-origin')).toBe(extension.Origin);
    const forwarded = { ...extension, 'X-Forwarded-For': '203.0.113.7' };
    expect((await unpaired.post('/metrics/browser', { events: [siteEvent] }, forwarded)).status).toBe(401);
    const remote = makeServer({ receiver: true, unpairedExtension: true }, false);
    expect((await remote.post('/metrics/browser', { events: [siteEvent] }, extension)).status).toBe(401);
  });

  it('is for extensions, never for pages; and extensions get nothing else', async () => {
    const { ask, post, activity } = makeServer({ receiver: true, unpairedExtension: true });
    for (const origin of ['https://evil.example', 'null', 'chrome-extension://a.evil.example/']) {
      expect((await post('/metrics/browser', { events: [siteEvent] }, { Origin: origin })).status).toBe(403);
    }
    expect((await post('/metrics/browser', { events: [siteEvent] }, { Host: 'evil.example' })).status).toBe(421);
    expect((await ask('/api/v1/snapshot', { headers: extension })).status).toBe(403);
    expect(activity).toEqual([]);
  });

  it('hands over the id of a batch, unless it is none', async () => {
    const { post, batches } = makeServer();
    const id = '0b1c2d3e-0000-4000-8000-00000000000a';
    for (const batch of [id, '../../etc/passwd', `${id}/..`, 7, undefined]) {
      expect((await post('/metrics/browser', { batch, events: [siteEvent] })).status).toBe(200);
    }
    expect(batches).toEqual([id, null, null, null, null]);
  });

  it('has limits on bytes, events and requests', async () => {
    const { post, advance } = makeServer({ receiver: true, maxKilobytes: 1, maxEvents: 2, postsPerMinute: 5 });
    const statusOf = async (body: unknown) => (await post('/metrics/browser', body)).status;
    expect(await statusOf(`{"events":["${'x'.repeat(2_000)}"]}`)).toBe(413);
    expect(await statusOf({ events: [1, 2, 3] })).toBe(400);
    expect(await statusOf('{')).toBe(400);
    expect(await statusOf({ events: 'many' })).toBe(400);
    expect(await statusOf({ events: [null, [1]] })).toBe(200);
    const refused = await post('/metrics/browser', { events: [] });
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '12']);
    advance(12_000);
    expect(await statusOf({ events: [] })).toBe(200);
  });
});
