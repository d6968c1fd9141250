import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { requireKnownSources } from '../../../../../main/node/engine/answers/known-sources.ts';
import { CallError } from '../../../../../shared/domain/call-failure.ts';
import { sources } from '../../../../../shared/sources/registry.ts';
import { createFakeEngine, createFakeHost, makeRow, makeTotals } from '../../../../fakes/cli-host.ts';
import { malformedRequests } from '../../../../support/malformed-requests.ts';
import { createServerUnderTest } from '../../../../support/server-app.ts';

const json = { 'Content-Type': 'application/json' };
const problemOf = async (response: Response) => {
  const { type, error } = (await response.json()) as { type: string; error?: unknown };
  const problem = type.replace('urn:fuelgauge:problem:', '');
  const { status, headers } = response;
  return { status, type: headers.get('content-type'), problem, ...(error !== undefined && { error }) };
};

describe('an answer', () => {
  it('is that of the contract, with its schema, its time and how long it holds', async () => {
    const engine = createFakeEngine({ rows: [makeRow()], totals: makeTotals() });
    const { ask } = createServerUnderTest({ engine });
    const response = await ask('/api/report?by=week&source=claude-code');
    expect(response.status).toBe(200);
    const body = (await response.json()) as Record<string, unknown>;
    expect(body).toMatchObject({ schema: 'fuelgauge.report.v2', generatedAt: '2026-05-01T14:03:00.000Z' });
    expect(body['staleAfterSeconds']).toBe(120);
    expect(body['query']).toMatchObject({ by: 'week', source: 'claude-code' });
    expect(body['rows']).toEqual([makeRow()]);
    expect(body['totals']).toEqual(makeTotals());
  });

  it('is not sent again to who holds it, until its facts change', async () => {
    const engine = createFakeEngine();
    const { ask } = createServerUnderTest({ engine });
    const etag = (await ask('/api/snapshot')).headers.get('etag')!;
    const again = await ask('/api/snapshot', { headers: { 'If-None-Match': `"other", ${etag}` } });
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag]);
    engine.change({ scan: { ...engine.snapshot().sections.scan, percent: 50 } });
    const changed = await ask('/api/snapshot', { headers: { 'If-None-Match': etag } });
    expect(changed.status).toBe(200);
    expect(changed.headers.get('etag')).not.toBe(etag);
  });

  it('to a change that was refused is a problem', async () => {
    const { ask, authorize } = createServerUnderTest();
    const headers = { ...json, ...authorize('admin') };
    const response = await ask('/api/settings', { method: 'PATCH', headers, body: '{"theme":"dark"}' });
    expect(await problemOf(response)).toMatchObject({ status: 409, problem: 'not-done', error: { kind: 'read-only' } });
  });

  it('of a handler that throws says nothing of what is inside', async () => {
    const engine = createFakeEngine();
    const report = (): never => {
      throw new Error('/home/ada/secret');
    };
    const { ask } = createServerUnderTest({ engine: { ...engine, report } });
    const response = await ask('/api/report');
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('secret');
  });

  it.each(['/api/report', '/metrics'])('of %s is a problem that passes while the engine is gone', async (path) => {
    const report = () => Promise.reject(new CallError({ kind: 'engine-stopped' }, 'the engine is not running'));
    const { ask } = createServerUnderTest({ engine: { ...createFakeEngine(), report: report as never } });
    expect(await problemOf(await ask(path))).toEqual({
      ...{ status: 503, type: 'application/problem+json', problem: 'unavailable' },
    });
  });
});

describe('access', () => {
  it.each(['/api/limits', '/api/openapi.json', '/api/events'])('to %s needs no token on loopback', async (path) => {
    const response = await createServerUnderTest().ask(path);
    expect(response.status).toBe(200);
    await response.body?.cancel();
  });

  it.each([
    [{ settings: { readingNeedsToken: true } }, 'the setting says so'],
    [{ isLocal: false }, 'the server is reached from elsewhere'],
  ])('to everything needs a token where %o: %s', async (options, _why) => {
    const { ask, authorize } = createServerUnderTest(options);
    for (const path of ['/api/limits', '/api/openapi.json', '/api/events']) {
      const refused = await ask(path);
      expect(refused.headers.get('www-authenticate')).toBe('Bearer');
      expect(await problemOf(refused)).toMatchObject({ status: 401, problem: 'needs-token' });
      const granted = await ask(path, { headers: authorize('read') });
      expect(granted.status).toBe(200);
      await granted.body?.cancel();
    }
  });

  it.each([
    ['X-Forwarded-For', '203.0.113.7'],
    ['X-Forwarded-For', '127.0.0.1'],
    ['Forwarded', 'for=203.0.113.7'],
    ['Via', '2.0 proxy'],
    ['X-Real-IP', '203.0.113.7'],
    ['X-Forwarded-Port', '443'],
    ['X-Forwarded-Tls-Client-Cert', 'none'],
    ['CF-Connecting-IP', '203.0.113.7'],
    ['X-Envoy-External-Address', '203.0.113.7'],
    ['Tailscale-User-Login', 'somebody@example.com'],
    // It passes on the name that it was reached under.
    ['Host', 'gauge.example'],
    ['Host', '203.0.113.7:8377'],
  ])('to whatever a proxy passes on needs a token (%s: %s)', async (name, value) => {
    const { ask, authorize } = createServerUnderTest({ settings: { allowedHosts: ['gauge.example'] } });
    for (const path of ['/api/limits', '/api/openapi.json', '/api/events', '/metrics'])
      expect((await ask(path, { headers: { [name]: value } })).status).toBe(401);
    expect(await (await ask('/api/access', { headers: { [name]: value } })).json()).toMatchObject({ canRead: false });
    expect((await ask('/api/limits', { headers: { [name]: value, ...authorize('read') } })).status).toBe(200);
  });

  it('leaves one line in the audit log, whatever the address of the request contains', async () => {
    const { ask, audit } = createServerUnderTest();
    await ask('/api/rescan', { method: 'POST', headers: json });
    await ask('/api/rescan?%0a%0d2026-05-01T14:03:00.000Z%20info%20forged', { method: 'POST', headers: json });
    const path = '/%0d%0aforged/%1b[2Jx/\u2028\u0085';
    await ask(`${path}/api/rescan`, { method: 'POST', headers: { ...json, Host: 'evil.example' } });
    await ask(`/${'x'.repeat(5_000)}`, { headers: { Host: 'evil.example' } });
    expect(audit).toHaveLength(4);
    expect(Math.max(...audit.map(({ length }) => length))).toBeLessThan(300);
    // What a terminal, or a reader of lines, takes for something else.
    expect(audit.filter((line) => /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(line))).toEqual([]);
  });

  it('goes by the name that the server was reached under, whatever a header says that it was', async () => {
    const { ask, authorize } = createServerUnderTest({ settings: { allowedHosts: ['fuelgauge.example'] } });
    const admin = { ...json, ...authorize('admin'), 'X-Forwarded-Host': 'fuelgauge.example' };
    const change = async (headers: Readonly<Record<string, string>>) =>
      (await ask('/api/rescan', { method: 'POST', headers: { ...admin, ...headers } })).status;
    expect(await change({ Host: 'evil.example' })).toBe(421);
    expect(await change({ Host: 'localhost', Origin: 'https://fuelgauge.example' })).toBe(403);
    expect(await change({ Host: 'fuelgauge.example', Origin: 'https://fuelgauge.example' })).toBe(200);
  });

  it('to changes needs a token of an administrator, also on loopback, and leaves a line in the audit log', async () => {
    const { ask, authorize, audit, engine } = createServerUnderTest();
    const rescan = async (headers: Record<string, string>) =>
      (await ask('/api/rescan', { method: 'POST', headers })).status;
    expect(await rescan({})).toBe(401);
    expect(await rescan({ Authorization: `Bearer fg_${'0'.repeat(12)}_${'A'.repeat(43)}` })).toBe(401);
    expect(await rescan(authorize('read'))).toBe(403);
    expect(await rescan(authorize('ingest'))).toBe(403);
    expect(await rescan(authorize('admin'))).toBe(200);
    expect(audit).toHaveLength(5);
    expect(audit[0]).toBe('refused needs-token local - POST "/api/rescan"');
    expect(audit[4]).toMatch(/^local [0-9a-f]{12} POST "\/api\/rescan"$/);
    expect(engine.calls).toEqual([]);
  });

  it.each([
    [{ Host: 'evil.example' }, 421],
    [{ Host: 'localhost.evil.example:8377' }, 421],
    [{ Origin: 'https://evil.example' }, 403],
    [{ Origin: 'null' }, 403],
    [{ Origin: 'http://localhost:9999' }, 403],
    [{ 'Sec-Fetch-Site': 'cross-site' }, 403],
    [{ Origin: 'http://localhost:8377', 'Sec-Fetch-Site': 'same-origin' }, 200],
    [{ Host: '127.0.0.1:8377', Origin: 'http://127.0.0.1:8377' }, 200],
    [{ Host: '[::1]:8377' }, 200],
    [{ Host: 'Gauge.example' }, 401],
    [{ Host: '127.0.0.2' }, 200],
    [{ Origin: 'https://dash.example' }, 200],
  ])('with %o is answered with %i', async (headers: Record<string, string>, status) => {
    const settings = { allowedHosts: ['gauge.example'], allowedOrigins: ['https://dash.example/'] };
    const { ask } = createServerUnderTest({ settings });
    const response = await ask('/api/limits', { headers });
    expect(response.status).toBe(status);
    const isListed = headers['Origin'] === 'https://dash.example';
    expect(response.headers.get('access-control-allow-origin')).toBe(isListed ? 'https://dash.example' : null);
  });

  it('lets pages of listed origins, and no others, send their token along when they read', async () => {
    const { ask } = createServerUnderTest({ settings: { allowedOrigins: ['https://dash.example'] } });
    const preflight = async (origin: string) => {
      const headers = { Origin: origin, 'Access-Control-Request-Method': 'GET' };
      const { status, headers: answered } = await ask('/api/limits', { method: 'OPTIONS', headers });
      const names = ['origin', 'methods', 'headers'].map((name) => answered.get(`access-control-allow-${name}`));
      return [status, ...names];
    };
    expect(await preflight('https://dash.example')).toEqual([
      204,
      'https://dash.example',
      'GET,HEAD',
      expect.stringContaining('Authorization'),
    ]);
    expect(await preflight('https://other.example')).toEqual([403, null, null, null]);
    expect(await preflight('http://localhost:8377')).toEqual([405, null, null, null]);
  });

  it('says which methods there are', async () => {
    const { ask } = createServerUnderTest();
    const allowed = async (path: string) => (await ask(path, { method: 'DELETE' })).headers.get('allow');
    expect(await Promise.all(['/api/settings', '/v1/logs', '/api/push'].map(allowed))).toEqual([
      'GET, HEAD, PATCH',
      'POST',
      'GET, HEAD',
    ]);
  });

  it('is refused to an address that asks too often, until some time has passed', async () => {
    const { ask, advance } = createServerUnderTest({ settings: { requestsPerMinute: 2 } });
    expect([(await ask('/healthz')).status, (await ask('/healthz')).status]).toEqual([200, 200]);
    const refused = await ask('/healthz');
    expect(refused.headers.get('retry-after')).toBe('30');
    expect(await problemOf(refused)).toMatchObject({ status: 429 });
    advance(30_000);
    expect((await ask('/healthz')).status).toBe(200);
  });
});

describe('a request that cannot be answered', () => {
  it.each([
    ['/nowhere', {}, 404, 'not-found'],
    ['/api/report?by=year', {}, 422, 'invalid-argument'],
    ['/api/report?by=day&by=week', {}, 422, 'invalid-argument'],
    ['/api/report?colour=red', {}, 422, 'invalid-argument'],
    ['/api/report?since=20260501', {}, 422, 'invalid-argument'],
    ['/api/report?since=2026-05-02&until=2026-05-01', {}, 422, 'invalid-argument'],
    ['/api/totals?since=2026-05-02&until=2026-05-01', {}, 422, 'invalid-argument'],
    ['/api/reconcile?since=2026-05-02&until=2026-05-01', {}, 422, 'invalid-argument'],
    ['/api/what-if?since=2026-05-02&until=2026-05-01', {}, 422, 'invalid-argument'],
    [
      '/api/compare?leftSince=2026-05-02&leftUntil=2026-05-01&rightSince=2026-05-01&rightUntil=2026-05-02',
      {},
      422,
      'invalid-argument',
    ],
    ['/api/snapshot?x=1', {}, 422, 'invalid-argument'],
    ['/api/report', { method: 'DELETE' }, 405, 'method-not-allowed'],
    ['/api/paused', { method: 'GET' }, 405, 'method-not-allowed'],
    ['/v1/logs', { method: 'GET' }, 405, 'method-not-allowed'],
    ['/metrics', { method: 'POST' }, 405, 'method-not-allowed'],
    ['/api/limits', { method: 'OPTIONS' }, 405, 'method-not-allowed'],
    ['/api/paused', { method: 'POST', body: 'true' }, 415, 'unsupported-media-type'],
    ['/api/paused', { method: 'POST', body: '{', headers: json }, 400, 'not-json'],
    ['/api/paused', { method: 'POST', body: '"yes"', headers: json }, 422, 'invalid-argument'],
    ['/api/paused', { method: 'POST', body: ' '.repeat(2_000), headers: json }, 413, 'too-large'],
  ])('%s %j is answered with a problem', async (path, init: RequestInit, status, problem) => {
    const { ask, authorize } = createServerUnderTest({ settings: { maxBodyKilobytes: 1 } });
    const response = await ask(path, { ...init, headers: { ...authorize('admin'), ...(init.headers as object) } });
    expect(await problemOf(response)).toEqual({ status, type: 'application/problem+json', problem });
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('names the sources that there are when it asks for another one', async () => {
    const engine = createFakeEngine();
    const handlers = requireKnownSources(createFakeHost(engine).handlers);
    const { ask } = createServerUnderTest({ engine, handlers });
    const response = await ask('/api/report?source=unknown');
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(await response.json()).toEqual({
      type: 'urn:fuelgauge:problem:unknown-source',
      title: 'Unknown source',
      status: 400,
      detail: expect.stringMatching(/^There is no source named "unknown"\. Known are: claude-code, codex, /),
      source: 'unknown',
      known: sources.map(({ id }) => id),
    });
    expect((await ask('/api/report?source=codex')).status).toBe(200);
  });

  it('follows nothing when it asks for the head of the stream', async () => {
    const { ask } = createServerUnderTest();
    const { status, headers } = await ask('/api/events', { method: 'HEAD' });
    expect([status, headers.get('allow')]).toEqual([405, 'GET']);
    expect(await (await ask('/metrics')).text()).toContain('\nfuelgauge_live_followers 0\n');
  });

  it('is never an internal error, whatever it says', async () => {
    const { ask, authorize } = createServerUnderTest({ settings: { requestsPerMinute: 1_000_000 } });
    await fc.assert(
      fc.asyncProperty(malformedRequests(), async ({ path, method, headers, body }) => {
        const response = await ask(path, { method, headers: { ...headers, ...authorize('admin') }, body });
        expect(response.status).toBeLessThan(500);
        await response.body?.cancel();
      }),
      // The nightly run tries 10,000.
      { numRuns: Number(process.env['FUELGAUGE_FUZZ_RUNS'] ?? 500) },
    );
  });
});

describe('the state of the server', () => {
  it('is healthy at once, and ready when the logs are read', async () => {
    const engine = createFakeEngine();
    const scan = engine.snapshot().sections.scan;
    engine.change({ scan: { ...scan, phase: 'scanning' } });
    const { ask } = createServerUnderTest({ engine });
    expect((await ask('/healthz')).status).toBe(200);
    const early = await ask('/readyz');
    expect([early.status, await early.text()]).toEqual([503, 'scanning\n']);
    engine.change({ scan });
    expect((await ask('/readyz')).status).toBe(200);
  });
});
