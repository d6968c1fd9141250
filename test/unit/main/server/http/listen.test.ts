import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { listen } from '../../../../../main/server/http/listen.ts';
import { createServerUnderTest } from '../../../../support/server-app.ts';
import { waitUntil } from '../../../../support/wait-until.ts';

/** A server that is as patient as a test can wait. */
async function start() {
  const server = createServerUnderTest();
  const limits = { headersTimeout: 1_000, requestTimeout: 2_000, connectionsCheckingInterval: 20 };
  const place = { host: '127.0.0.1', port: 0, certificate: null };
  const listening = await listen(server.handlers, place, limits);
  if (!listening.ok) throw new Error(listening.error);
  const { port, stop } = listening.value;
  onTestFinished(stop);
  const open = async (): Promise<Socket> => {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => undefined);
    onTestFinished(() => void socket.destroy());
    await once(socket, 'connect');
    return socket;
  };
  return { ...server, open };
}

/** Sends a piece after another until the server has had enough; resolves with what it answered. */
async function dribble(socket: Socket, first: string, piece: string): Promise<string> {
  let answer = '';
  socket.on('data', (chunk) => (answer += chunk.toString()));
  socket.write(first);
  const sending = setInterval(() => socket.write(piece), 20);
  // Cut off in the middle of a piece, it has an error before it closes.
  await new Promise((resolve) => socket.once('close', resolve));
  clearInterval(sending);
  return answer;
}

/** Sends a request, and resolves with everything that comes back. */
async function exchange(socket: Socket, request: string): Promise<string> {
  let answer = '';
  socket.on('data', (chunk) => (answer += chunk.toString()));
  socket.write(request);
  await once(socket, 'close');
  return answer;
}

describe('a request that a proxy may take for another', () => {
  const smuggled = 'GET /api/limits HTTP/1.1\r\nHost: localhost\r\n\r\n';
  it.each([
    ['two lengths', `Content-Length: 0\r\nContent-Length: ${smuggled.length}\r\n\r\n`],
    ['a length and pieces', `Content-Length: ${smuggled.length}\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`],
    ['pieces that are none', `Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n`],
    ['a space before the colon', `Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n`],
    ['a folded line', `X-A: b\r\n Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n`],
    ['a length with a sign', `Content-Length: +${smuggled.length}\r\n\r\n`],
    ['a bare carriage return', `X-A: b\rTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`],
  ])('by %s is refused with everything that follows', async (_what, headers) => {
    const { open } = await start();
    const answer = await exchange(await open(), `POST /healthz HTTP/1.1\r\nHost: localhost\r\n${headers}${smuggled}`);
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer.split('HTTP/1.1 ')).toHaveLength(2);
  });

  it('is refused where its head is too large', async () => {
    const { open } = await start();
    const head = `GET /healthz HTTP/1.1\r\nHost: localhost\r\nX-A: ${'a'.repeat(17_000)}\r\n\r\n`;
    expect(await exchange(await open(), head)).toMatch(/^HTTP\/1\.1 431 /);
  });
});

describe('a slow client', () => {
  it('that never ends the head of its request is cut off', async () => {
    const { open } = await start();
    expect(await dribble(await open(), 'GET /healthz HTTP/1.1\r\nHost: localhost\r\n', 'X-A: b\r\n')).toMatch(
      /^HTTP\/1\.1 408 /,
    );
  });

  it('that says nothing at all is cut off, and a crowd of them keeps nobody out for long', async () => {
    const { open } = await start();
    const silent = await Promise.all(Array.from({ length: 300 }, open));
    await Promise.all(silent.map(async (socket) => socket.closed || once(socket.resume(), 'close')));
    expect(
      await exchange(await open(), 'GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n'),
    ).toMatch(/^HTTP\/1\.1 200 /);
  });

  it('that never ends its body is cut off', async () => {
    const { open, authorize } = await start();
    const head = [
      'POST /api/rescan HTTP/1.1',
      'Host: localhost',
      `Authorization: ${authorize('admin')['Authorization']}`,
      'Content-Type: application/json',
      'Content-Length: 1000000',
    ];
    await dribble(await open(), `${head.join('\r\n')}\r\n\r\n`, ' ');
  });

  it('that follows and never reads is cut off, while others go on', async () => {
    const { open, engine, host, handlers } = await start();
    const [deaf, good] = [await open(), await open()];
    let received = 0;
    good.on('data', (chunk) => (received += chunk.length));
    deaf.pause();
    for (const socket of [deaf, good]) socket.write('GET /api/events HTTP/1.1\r\nHost: localhost\r\n\r\n');
    const followers = async (): Promise<number> => {
      const metrics = await (
        await handlers.app.request('http://localhost/metrics', { headers: { Host: 'localhost' } })
      ).text();
      return Number(/^fuelgauge_live_followers (\d+)$/m.exec(metrics)?.[1]);
    };
    await waitUntil('two followers', async () => (await followers()) === 2);
    const { health } = host.view.current().sections;
    let sentBytes = 0;
    for (let round = 0; round < 100 && (await followers()) === 2; round += 1) {
      const detail = String(round).padEnd(500_000, 'x');
      const problem = { id: 'engine-stopped', severity: 'error', parameters: { detail } } as const;
      engine.change({ health: { ...health, problems: [problem] } });
      sentBytes += detail.length;
      // The one that reads gets its turn.
      await waitUntil('the change', () => received >= sentBytes);
    }
    expect(await followers()).toBe(1);
    // What the system takes besides is some megabytes at most.
    expect(sentBytes).toBeLessThan(30_000_000);
  });
});
