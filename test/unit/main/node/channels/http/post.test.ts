import { describe, expect, it } from 'vitest';
import { createPost, type PostOptions } from '../../../../../../main/node/channels/http/post.ts';
import { hang, reply, reset, startWebServer, type Reply } from '../../../../../support/servers/web-server.ts';

const nowMs = Date.parse('2026-05-01T12:00:00Z');

const post = (address: string, more: Partial<PostOptions> & { readonly allowsPrivate?: boolean } = {}) =>
  createPost({ nowMs: () => nowMs, ...more })({
    address,
    headers: { 'content-type': 'application/json' },
    body: '{"a":"ü"}',
    allowsPrivate: more.allowsPrivate ?? false,
  });

const resolveTo =
  (...addresses: readonly string[]) =>
  async () =>
    addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));

async function answer(...replies: readonly Reply[]) {
  const server = await startWebServer(...replies);
  return { outcome: await post(`${server.address}/hook`), received: server.received };
}

describe('createPost', () => {
  it('posts the body whole, and keeps no connection', async () => {
    const { outcome, received } = await answer(reply(204));
    expect(outcome).toEqual({ kind: 'sent' });
    expect(received).toMatchObject([
      { path: '/hook', body: '{"a":"ü"}', headers: { 'content-length': '10', connection: 'close' } },
    ]);
  });

  it.each([
    [429, 'later'],
    [500, 'later'],
    [503, 'later'],
    [504, 'unknown'],
    [400, 'never'],
    [401, 'never'],
    [404, 'never'],
    [410, 'never'],
  ] as const)('says of the status %i to retry %s', async (status, retry) => {
    const { outcome } = await answer(reply(status));
    expect(outcome).toEqual({ kind: 'failed', failure: { kind: 'refused', status }, retry, retryAfterMs: null });
  });

  it('passes on how long a server asks to wait: in seconds, as a date, or in its JSON', async () => {
    const waits = [
      reply(429, { 'retry-after': '7' }),
      reply(503, { 'retry-after': 'Fri, 01 May 2026 12:01:00 GMT' }),
      reply(429, {}, '{"ok":false,"parameters":{"retry_after":1.5}}'),
      reply(429, { 'retry-after': '99999999' }),
      reply(429, { 'retry-after': 'soon' }),
    ];
    const found: unknown[] = [];
    for (const wait of waits) found.push((await answer(wait)).outcome);
    const after = found.map((outcome) => (outcome as { retryAfterMs: number }).retryAfterMs);
    expect(after).toEqual([7_000, 60_000, 1_500, 86_400_000, null]);
  });

  it('follows a redirect that keeps the request, to the same host only', async () => {
    const same = await answer(reply(307, { location: '/moved' }), reply(200));
    expect([same.outcome, same.received.map(({ path, body }) => [path, body])]).toEqual([
      { kind: 'sent' },
      [
        ['/hook', '{"a":"ü"}'],
        ['/moved', '{"a":"ü"}'],
      ],
    ]);
    const other = await startWebServer(reply(200));
    for (const [status, location] of [
      [307, `${other.address}/elsewhere`],
      [308, 'http://169.254.169.254/latest'],
      [302, '/moved'],
      [307, 'http://['],
    ] as const) {
      const { outcome, received } = await answer(reply(status, { location }));
      expect(outcome).toMatchObject({ failure: { kind: 'redirected' }, retry: 'never' });
      expect(received).toHaveLength(1);
    }
    expect(other.received).toEqual([]);
  });

  it('ends a redirect that leads back to itself', async () => {
    const { outcome, received } = await answer(reply(307, { location: '/hook' }));
    expect(outcome).toMatchObject({ failure: { kind: 'redirected' } });
    expect(received).toHaveLength(4);
  });

  it('does not know what became of a request without an answer', async () => {
    expect((await answer(reset)).outcome).toMatchObject({ failure: { kind: 'unanswered' }, retry: 'unknown' });
    const silent = await startWebServer(hang);
    // Time enough to send it.
    expect(await post(silent.address, { timeoutMs: 2_000 })).toMatchObject({
      failure: { kind: 'timed-out' },
      retry: 'unknown',
    });
  });

  it('knows that nothing was sent where nobody listens', async () => {
    const { port } = await startWebServer();
    const closed = port === 1 ? 2 : 1;
    expect(await post(`http://127.0.0.1:${closed}/`)).toMatchObject({
      failure: { kind: 'unreachable', code: 'ECONNREFUSED' },
      retry: 'later',
    });
  });

  it('takes a status for an answer, though the rest of it is endless, slow or cut off', async () => {
    const endless: Reply = (response) => {
      response.writeHead(200);
      const write = (): void => {
        while (!response.destroyed && response.write('x'.repeat(16_384)));
        if (!response.destroyed) response.once('drain', write);
      };
      response.on('error', () => undefined);
      write();
    };
    const slow: Reply = (response) => void response.writeHead(200).write('a');
    const cut: Reply = (response) => {
      response.writeHead(200, { 'content-length': '100' }).write('a', () => response.socket?.destroy());
    };
    const server = await startWebServer(endless, slow, cut);
    for (let index = 0; index < 3; index += 1) {
      // The slow one is waited for.
      expect(await post(server.address, { timeoutMs: 2_000 })).toEqual({ kind: 'sent' });
    }
  });

  it('refuses plain HTTP beyond this machine, and anything but the web', async () => {
    const lookup = resolveTo('93.184.216.34');
    for (const [address, kind] of [
      ['http://example.com/hook', 'insecure-address'],
      ['ftp://example.com/', 'bad-address'],
      ['https://user:secret@example.com/', 'bad-address'],
      ['file:///etc/passwd', 'bad-address'],
      ['nothing', 'bad-address'],
    ] as const) {
      expect(await post(address, { lookup })).toMatchObject({ failure: { kind }, retry: 'never' });
    }
  });

  it('refuses names that resolve to a private address, even as one of several', async () => {
    const server = await startWebServer();
    const address = `https://example.com:${server.port}/`;
    for (const lookup of [
      resolveTo('127.0.0.1'),
      resolveTo('10.0.0.5'),
      resolveTo('169.254.169.254'),
      resolveTo('93.184.216.34', '192.168.0.1'),
      resolveTo('::ffff:192.168.0.1'),
    ]) {
      expect(await post(address, { lookup })).toMatchObject({ failure: { kind: 'private-address' }, retry: 'never' });
    }
    expect(await post('https://10.0.0.1/')).toMatchObject({ failure: { kind: 'private-address' } });
    expect(await post('http://[::ffff:10.0.0.1]/')).toMatchObject({ failure: { kind: 'private-address' } });
    // `localhost` that leads somewhere else.
    const away = resolveTo('93.184.216.34');
    expect(await post('http://localhost/', { lookup: away })).toMatchObject({ failure: { kind: 'private-address' } });
    expect(server.received).toEqual([]);
  });

  it('connects to the address that it checked, though the name means another one a moment later', async () => {
    const server = await startWebServer();
    let asked = 0;
    const lookup = async () => {
      asked += 1;
      return [{ address: asked === 1 ? '127.0.0.1' : '127.0.0.2', family: 4 }];
    };
    expect(await post(`http://localhost:${server.port}/`, { lookup })).toEqual({ kind: 'sent' });
    expect([asked, server.received.length]).toEqual([1, 1]);
  });

  it('reaches a private address that the person allowed, over HTTPS only', async () => {
    const lookup = resolveTo('10.0.0.1');
    expect(await post('http://nas.home/', { lookup, allowsPrivate: true })).toMatchObject({
      failure: { kind: 'insecure-address' },
    });
    // Allowed, so that a connection is tried: this server does not speak TLS.
    const server = await startWebServer();
    const toSelf = resolveTo('127.0.0.1');
    expect(
      await post(`https://nas.home:${server.port}/`, { lookup: toSelf, allowsPrivate: true, timeoutMs: 60_000 }),
    ).toMatchObject({ failure: { kind: 'unreachable' }, retry: 'later' });
  });

  it('says so when a name has no address', async () => {
    const lookup = async (): Promise<never> => {
      throw Object.assign(new Error('getaddrinfo ENOTFOUND secret.example'), { code: 'ENOTFOUND' });
    };
    expect(await post('https://secret.example/', { lookup })).toEqual({
      kind: 'failed',
      failure: { kind: 'unreachable', code: 'ENOTFOUND' },
      retry: 'later',
      retryAfterMs: null,
    });
  });
});
