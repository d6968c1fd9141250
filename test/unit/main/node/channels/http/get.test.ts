import { describe, expect, it } from 'vitest';
import { createGet } from '../../../../../../main/node/channels/http/get.ts';
import { hang, reply, reset, startWebServer, type Reply } from '../../../../../support/servers/web-server.ts';

const resolveTo = (address: string) => async () => [{ address, family: 4 }];

async function get(...replies: readonly Reply[]) {
  const server = await startWebServer(...replies);
  // Time enough to ask; only silence is waited for.
  const body = await createGet({ timeoutMs: 2_000 })(`${server.address}/api`);
  return { body, received: server.received };
}

describe('createGet', () => {
  it('reads an answer, and sends nothing but its name', async () => {
    const { body, received } = await get(reply(200, { 'set-cookie': 'a=b' }, '{"ü":1}'));
    expect(body).toBe('{"ü":1}');
    expect(received).toHaveLength(1);
    const { host: _host, ...headers } = received[0]?.headers ?? {};
    expect([received[0]?.path, headers]).toEqual([
      '/api',
      { 'user-agent': 'Fuelgauge', accept: 'application/json', connection: 'close' },
    ]);
  });

  it.each([
    ['404', reply(404, {}, 'x')],
    ['429', reply(429)],
    ['500', reply(500)],
    ['a redirect', reply(302, { location: '/other' }, 'x')],
    ['a reset', reset],
    ['silence', hang],
  ])('has no answer after %s, and asks no second time', async (_name, answer) => {
    const { body, received } = await get(answer);
    expect([body, received.length]).toEqual([null, 1]);
  });

  it('cuts an answer without end', async () => {
    const { body } = await get((response) => void response.writeHead(200).end('x'.repeat(3_000_000)));
    expect(body?.length).toBeLessThanOrEqual(512 * 1_024);
  });

  it('asks no private address, nothing unencrypted beyond this machine, and no address with a name', async () => {
    const server = await startWebServer(reply(200));
    const at = (address: string, lookup?: ReturnType<typeof resolveTo>) =>
      createGet({ ...(lookup && { lookup }) })(address);
    expect(await at(`http://example.com:${server.port}/`, resolveTo('127.0.0.1'))).toBeNull();
    expect(await at(`https://example.com:${server.port}/`, resolveTo('10.0.0.1'))).toBeNull();
    expect(await at(`http://example.com:${server.port}/`, resolveTo('93.184.216.34'))).toBeNull();
    expect(await at(`http://ada:secret@127.0.0.1:${server.port}/`)).toBeNull();
    expect(await at('file:///etc/passwd')).toBeNull();
    expect(server.received).toEqual([]);
  });
});
