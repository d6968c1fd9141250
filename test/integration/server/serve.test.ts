import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { join } from 'node:path';
import { get as getSecure } from 'node:https';
import { describe, expect, it } from 'vitest';
import { claudeFile, claudeLine, writeLog } from '../../support/agent-logs.ts';
import { createTokenFor, useServers } from '../../support/serve-process.ts';
import { runBuiltCli } from '../../support/run-cli.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';
import { waitUntil } from '../../support/wait-until.ts';

const makeFolder = useTemporaryFolders();
const serve = useServers();

async function* readEvents(response: Response) {
  let text = '';
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    text += Buffer.from(chunk).toString('utf8');
    for (let end = text.indexOf('\n\n'); end !== -1; end = text.indexOf('\n\n')) {
      const [, event, id, data] = /^event: (.+)\nid: (.+)\ndata: (.+)$/.exec(text.slice(0, end)) ?? [];
      text = text.slice(end + 2);
      if (event !== undefined) yield { event, id: id!, data: JSON.parse(data!) as { sections: Record<string, never> } };
    }
  }
}

function exchange(port: number, request: string): Promise<string> {
  return new Promise((done, fail) => {
    const socket = connect(port, '127.0.0.1', () => socket.end(request));
    let answer = '';
    socket.on('data', (chunk) => (answer += chunk.toString()));
    socket.on('close', () => done(answer));
    socket.on('error', fail);
  });
}

describe('fuelgauge serve', () => {
  it('serves what report says, sends changes while logs are written, and stops when it is told to', async () => {
    const folder = makeFolder();
    const home = join(folder, 'home');
    const atMs = Date.now() - 60_000;
    await writeLog(claudeFile(home), claudeLine({ id: 1, atMs }));
    const { child, address } = await serve(folder);
    await waitUntil('readiness', async () => (await fetch(`${address}/readyz`)).status === 200);
    const report = async () => (await (await fetch(`${address}/api/report`)).json()) as { totals: { events: number } };
    expect((await report()).totals.events).toBe(1);
    const events = readEvents(await fetch(`${address}/api/events`));
    const first = await events.next();
    expect(first.value).toMatchObject({ event: 'snapshot' });
    await writeLog(claudeFile(home), claudeLine({ id: 1, atMs }) + claudeLine({ id: 2, atMs: atMs + 1_000 }));
    for await (const { event, data } of events) {
      expect(event).toBe('change');
      if ('usage' in data.sections) break;
    }
    expect((await report()).totals.events).toBe(2);
    const open = await fetch(`${address}/api/events`);
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
    expect(await open.text()).toContain('event: snapshot');
  });

  it.skipIf(process.platform === 'win32')('reads its settings again after SIGHUP', async () => {
    const folder = makeFolder();
    await writeLog(claudeFile(join(folder, 'home')), claudeLine({ id: 1, atMs: Date.now() }));
    const { child, address } = await serve(folder);
    const ask = async () => (await fetch(`${address}/api/limits`)).status;
    expect(await ask()).toBe(200);
    const changed = { server: { readingNeedsToken: true }, thresholdsPercent: [42] };
    writeFileSync(join(folder, 'data/settings.json'), JSON.stringify(changed));
    expect(await ask()).toBe(200);
    child.kill('SIGHUP');
    await waitUntil('the new settings', async () => (await ask()) === 401);
    const headers = { Authorization: `Bearer ${await createTokenFor(folder, 'read')}` };
    expect((await fetch(`${address}/api/limits`, { headers })).status).toBe(200);
    const settings = (await (await fetch(`${address}/api/settings`, { headers })).json()) as object;
    expect(settings).toMatchObject(changed);
    expect(readFileSync(join(folder, 'data/audit.log'), 'utf8')).toContain('refused needs-token 127.0.0.1');
  });

  it('does at once what an administrator changes in its settings', async () => {
    const folder = makeFolder();
    await writeLog(claudeFile(join(folder, 'home')), claudeLine({ id: 1, atMs: Date.now() }));
    const { address } = await serve(folder);
    const headers = {
      ...{ Authorization: `Bearer ${await createTokenFor(folder, 'admin')}`, 'Content-Type': 'application/json' },
    };
    const ask = async () => (await fetch(`${address}/api/limits`)).status;
    for (const [readingNeedsToken, status] of [
      [true, 401],
      [false, 200],
    ] as const) {
      const settings = (await (await fetch(`${address}/api/settings`, { headers })).json()) as { server: object };
      const body = JSON.stringify({ server: { ...settings.server, readingNeedsToken } });
      expect((await fetch(`${address}/api/settings`, { method: 'PATCH', headers, body })).status).toBe(200);
      await waitUntil(`status ${status}`, async () => (await ask()) === status);
    }
  });

  it.skipIf(process.platform === 'win32')(
    'goes on as before after SIGHUP while its settings cannot be used',
    async () => {
      const folder = makeFolder();
      await writeLog(claudeFile(join(folder, 'home')), claudeLine({ id: 1, atMs: Date.now() }));
      const file = join(folder, 'data/settings.json');
      mkdirSync(join(folder, 'data'));
      writeFileSync(file, JSON.stringify({ server: { readingNeedsToken: true } }));
      const { child, address } = await serve(folder);
      const log = join(folder, 'data/server.log');
      const readLog = () => (existsSync(log) ? readFileSync(log, 'utf8') : '');
      for (const [index, broken] of ['{"server":', '[]', '{"server":{"readingNeedsToken":"certainly"}}'].entries()) {
        writeFileSync(file, broken);
        child.kill('SIGHUP');
        await waitUntil('the refusal', () => readLog().split('have not been read again').length === index + 2);
        expect((await fetch(`${address}/api/limits`)).status).toBe(401);
        expect(readFileSync(file, 'utf8')).toBe(broken);
      }
      writeFileSync(file, '{"server":{}}');
      child.kill('SIGHUP');
      await waitUntil('the new settings', async () => (await fetch(`${address}/api/limits`)).status === 200);
    },
  );

  it.skipIf(process.platform === 'win32')('switches its receiver on and off after SIGHUP', async () => {
    const folder = makeFolder();
    await writeLog(claudeFile(join(folder, 'home')), claudeLine({ id: 1, atMs: Date.now() }));
    const { child, address } = await serve(folder);
    const token = await createTokenFor(folder, 'ingest');
    const send = async (domain: string) => {
      const body = JSON.stringify({ events: [{ domain, duration_seconds: 60, visit_count: 1, browser: 'chrome' }] });
      const headers = { Authorization: `Bearer ${token}` };
      return (await fetch(`${address}/metrics/browser`, { method: 'POST', headers, body })).status;
    };
    const change = (activity: object): void => {
      writeFileSync(join(folder, 'data/settings.json'), JSON.stringify({ activity }));
      child.kill('SIGHUP');
    };
    expect(await send('ai.example.com')).toBe(404);
    const ownSites = [{ domain: 'ai.example.com', label: 'Mine', category: 'chat', usdPerHour: 6 }];
    change({ receiver: true, ownSites });
    await waitUntil('the receiver', async () => (await send('ai.example.com')) === 200);
    // The engine, on its own thread, knows the new settings, too.
    const report = async () => (await fetch(`${address}/api/listed-activity`)).json();
    await waitUntil('the own site', async () => JSON.stringify(await report()).includes('ai.example.com'));
    change({ receiver: false });
    await waitUntil('its end', async () => (await send('ai.example.com')) === 404);
  });

  it('answers nothing that is malformed with an internal error, and goes on', async () => {
    const folder = makeFolder();
    await writeLog(claudeFile(join(folder, 'home')), claudeLine({ id: 1, atMs: Date.now() }));
    const { port, address } = await serve(folder);
    const requests = [
      'GET /api/%zz HTTP/1.1\r\nHost: localhost\r\n\r\n',
      'GET /api/report?by=%ff%fe HTTP/1.1\r\nHost: localhost\r\n\r\n',
      'GET http://evil.example/api/report HTTP/1.1\r\nHost: localhost\r\n\r\n',
      'GET //evil.example/api/report HTTP/1.1\r\nHost: localhost\r\n\r\n',
      'GET /api/report HTTP/1.1\r\nHost: a b\r\n\r\n',
      'GET /api/report HTTP/1.1\r\nHost: \r\n\r\n',
      'GET /api/report HTTP/1.1\r\nHost: localhost:99999\r\n\r\n',
      'GET /api/report HTTP/1.0\r\n\r\n',
      'GET * HTTP/1.1\r\nHost: localhost\r\n\r\n',
      'OPTIONS * HTTP/1.1\r\nHost: localhost\r\n\r\n',
      'CONNECT localhost:1 HTTP/1.1\r\nHost: localhost\r\n\r\n',
      'POST /api/paused HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
      'POST /api/paused HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx',
      `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n`,
      '\x16\x03\x01\x00\xff\x01',
      '\0\0\0\0\r\n\r\n',
    ];
    for (const request of requests) {
      const status = Number(/^HTTP\/1\.1 (\d+)/.exec(await exchange(port, request))?.[1] ?? 0);
      expect({ request: request.slice(0, 60), isError: status >= 500 }).toEqual({
        request: request.slice(0, 60),
        isError: false,
      });
    }
    expect((await fetch(`${address}/healthz`)).status).toBe(200);
  });

  it('beyond loopback wants TLS and a token, and shows the fingerprint of its certificate', async () => {
    const folder = makeFolder();
    await writeLog(claudeFile(join(folder, 'home')), claudeLine({ id: 1, atMs: Date.now() }));
    const { address, port, fingerprint } = await serve(folder, '--host', '0.0.0.0');
    expect(address).toBe(`https://0.0.0.0:${port}`);
    const token = await createTokenFor(folder, 'read');
    const ask = (headers: Record<string, string>) =>
      new Promise<readonly [number | undefined, string]>((done, fail) => {
        const request = {
          host: '127.0.0.1',
          port,
          path: '/api/limits',
          headers,
          rejectUnauthorized: false,
          agent: false,
        };
        getSecure(request, (response) => {
          const { fingerprint256 } = (response.socket as TLSSocket).getPeerCertificate();
          response.resume();
          done([response.statusCode, fingerprint256]);
        }).on('error', fail);
      });
    expect(await ask({})).toEqual([401, fingerprint]);
    expect(await ask({ Authorization: `Bearer ${token}` })).toEqual([200, fingerprint]);
    expect(await exchange(port, 'GET /api/limits HTTP/1.1\r\nHost: localhost\r\n\r\n')).not.toContain('200 OK');
  });

  it('says what to do when its data folder or its port is taken', async () => {
    const folder = makeFolder();
    await writeLog(claudeFile(join(folder, 'home')), claudeLine({ id: 1, atMs: Date.now() }));
    const { port } = await serve(folder);
    const folders = ['--home', join(folder, 'home'), '--data', join(folder, 'other')];
    const second = await runBuiltCli(['serve', '--port', '0', ...folders.with(-1, join(folder, 'data'))]);
    expect([second.code, second.stderr]).toEqual([
      1,
      `fuelgauge: Another Fuelgauge serves ${join(folder, 'data')} already: the tray app, or another "fuelgauge serve". Stop it first.\n`,
    ]);
    // The log is that of the server that runs, which has no part in this.
    const log = join(folder, 'data/server.log');
    expect(existsSync(log) ? readFileSync(log, 'utf8') : '').not.toContain('error');
    const { code, stderr } = await runBuiltCli(['serve', '--port', String(port), ...folders]);
    expect(code).toBe(1);
    expect(stderr).toBe(
      `fuelgauge: Another program uses http://127.0.0.1:${port} already. Choose another port, or 0 for any free one.\n`,
    );
  });
});
