import { get } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished } from 'vitest';
import { listen } from '../../../../../main/server/http/listen.ts';
import { createServerUnderTest, type ServerUnderTest } from '../../../../support/server-app.ts';

/** A server on a socket, and how many requests took the shorter way. */
async function start(options: Parameters<typeof createServerUnderTest>[0] = {}) {
  const server: ServerUnderTest = createServerUnderTest(options);
  const { app, quick } = server.handlers;
  let count = 0;
  const counted: typeof quick = (request, response) => {
    const isAnswered = quick(request, response);
    if (isAnswered) count += 1;
    return isAnswered;
  };
  const listening = await listen({ app, quick: counted }, { host: '127.0.0.1', port: 0, certificate: null });
  if (!listening.ok) throw new Error(listening.error);
  const { port, stop } = listening.value;
  onTestFinished(stop);
  const ask = (path: string, headers: Readonly<Record<string, string>> = {}, method = 'GET') =>
    new Promise<{ status: number | undefined; headers: object; body: string }>((done, fail) => {
      const request = { host: '127.0.0.1', port, path, method, headers, agent: false };
      get(request, (response) => {
        const { date: _date, ...rest } = response.headers;
        void text(response).then((body) => done({ status: response.statusCode, headers: rest, body }));
      }).on('error', fail);
    });
  return { ...server, ask, port, count: () => count };
}

describe('an answer that is held', () => {
  it('comes by the shorter way with the same status, headers and body', async () => {
    const { ask, count } = await start();
    const first = await ask('/api/limits?source=codex');
    expect([first.status, count()]).toEqual([200, 0]);
    expect(await ask('/api/limits?source=codex')).toEqual(first);
    expect(count()).toBe(1);
    const etag = { 'If-None-Match': (first.headers as { etag: string }).etag };
    const held = await ask('/api/limits?source=codex', etag);
    expect([held.status, held.body, count()]).toEqual([304, '', 2]);
  });

  it('is the same where the app says that it is held', async () => {
    const { ask, count, authorize } = await start();
    const { headers } = await ask('/api/limits');
    const etag = { 'If-None-Match': (headers as { etag: string }).etag };
    const byApp = await ask('/api/limits', { ...etag, ...authorize('read') });
    expect(count()).toBe(0);
    expect(await ask('/api/limits', etag)).toEqual(byApp);
    expect([byApp.status, count()]).toEqual([304, 1]);
  });

  it.each([
    ['with a token, which must be checked', { Authorization: 'Bearer fg_none' }, 200],
    ['of a page, which may be foreign', { Origin: 'https://evil.example' }, 403],
    ['of a foreign page without its name', { 'Sec-Fetch-Site': 'cross-site' }, 403],
    ['under a name that is not ours', { Host: 'evil.example' }, 421],
    ['through a proxy, from wherever', { 'X-Forwarded-For': '203.0.113.7' }, 401],
    ['through a proxy that names its own port only', { 'X-Forwarded-Port': '443' }, 401],
    ['under the name of a proxy', { Host: 'gauge.example' }, 401],
    ['under an address of another machine', { Host: '203.0.113.7' }, 401],
  ])('is left to the app %s', async (_name, headers, status) => {
    const { ask, count } = await start({ settings: { allowedHosts: ['gauge.example'] } });
    await ask('/api/limits');
    expect((await ask('/api/limits', headers)).status).toBe(status);
    expect(count()).toBe(0);
  });

  it('needs a token in HTTP/1.0, which nginx speaks without further settings', async () => {
    const { ask, count, port } = await start();
    await ask('/api/limits');
    const socket = connect(port, '127.0.0.1').end('GET /api/limits HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n');
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 401 /);
    expect(count()).toBe(0);
  });

  it('is refused where reading needs a token, and to whoever asks too often', async () => {
    const guarded = await start({ settings: { readingNeedsToken: true } });
    await guarded.ask('/api/limits', guarded.authorize('read'));
    expect([(await guarded.ask('/api/limits')).status, guarded.count()]).toEqual([401, 0]);
    const limited = await start({ settings: { requestsPerMinute: 2 } });
    const statuses = [];
    for (let index = 0; index < 4; index += 1) statuses.push((await limited.ask('/api/limits')).status);
    expect([statuses, limited.count()]).toEqual([[200, 200, 429, 429], 1]);
  });

  it('is computed again once its facts have changed', async () => {
    const { ask, count, engine } = await start();
    const before = await ask('/api/snapshot');
    engine.change({ scan: { ...engine.snapshot().sections.scan, percent: 50 } });
    const after = await ask('/api/snapshot');
    expect(after.headers).not.toEqual(before.headers);
    expect(count()).toBe(0);
  });
});
