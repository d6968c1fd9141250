import { connect, type ClientHttp2Session, type OutgoingHttpHeaders } from 'node:http2';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultServerSettings } from '../../../shared/settings/server-settings.ts';
import { openCertificate } from '../../../main/server/tls/certificate.ts';
import { claudeFile, claudeLine, writeLog } from '../../support/agent-logs.ts';
import { createTokenFor, startServer, type Served } from '../../support/serve-process.ts';
import { proxiedName, reverseProxies, startReverseProxy } from '../../support/servers/reverse-proxy.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';
import { waitUntil } from '../../support/wait-until.ts';

const makeFolder = useTemporaryFolders();
const folder = makeFolder();
const home = join(folder, 'home');
const ended: (() => void)[] = [];
let served: Served;
let certificate: { readonly certificate: string; readonly privateKey: string };
let reader: string;
let admin: string;
let lines = '';

async function writeLine(id: number): Promise<void> {
  lines += claudeLine({ id, atMs: Date.now() });
  await writeLog(claudeFile(home), lines);
}

beforeAll(async () => {
  await writeLine(0);
  const settings = { ...defaultServerSettings, allowedHosts: [proxiedName] };
  const [made, ...rest] = await Promise.all([
    openCertificate({ settings, dataFolder: makeFolder(), isLocal: false, nowMs: Date.now() }),
    startServer(folder, { FUELGAUGE_ALLOWED_HOSTS: proxiedName }),
    createTokenFor(folder, 'read'),
    createTokenFor(folder, 'admin'),
  ]);
  if (!made.ok) throw new Error(made.error);
  certificate = made.value!;
  [served, reader, admin] = rest;
  ended.push(() => served.child.kill('SIGKILL'));
  await waitUntil('readiness', async () => (await fetch(`${served.address}/readyz`)).status === 200);
});
afterAll(() => {
  for (const end of ended) end();
});

/** Followers of live changes, as the server itself counts them. */
async function readFollowers(): Promise<number> {
  const metrics = await (await fetch(`${served.address}/metrics`)).text();
  return Number(/^fuelgauge_live_followers (\d+)$/m.exec(metrics)?.[1]);
}

describe.each(reverseProxies)('behind $name', ({ name, program }) => {
  const why = program === null ? ` (needs Debian’s package ${name})` : '';
  let port: number;
  let session: ClientHttp2Session;

  beforeAll(async () => {
    if (program === null) return;
    const proxy = await startReverseProxy({ name, program }, { folder, serverPort: served.port, certificate });
    port = proxy.port;
    session = connect(`https://127.0.0.1:${port}`, { ca: certificate.certificate, servername: proxiedName });
    session.on('error', () => undefined);
    ended.push(
      () => session.destroy(),
      () => proxy.child.kill('SIGTERM'),
    );
  });

  const open = (path: string, headers: OutgoingHttpHeaders, body?: string) => {
    const stream = session.request({ ':authority': `${proxiedName}:${port}`, ':path': path, ...headers });
    stream.end(body);
    const status = new Promise<number>((resolve, reject) => {
      stream.once('response', (answer) => resolve(Number(answer[':status'])));
      stream.once('error', reject);
    });
    return { stream, status };
  };
  const ask = async (path: string, headers: OutgoingHttpHeaders = {}, body?: string) => {
    const { stream, status } = open(path, headers, body);
    return { status: await status, body: await text(stream) };
  };
  const withToken = (token: string) => ({ authorization: `Bearer ${token}` });

  it.skipIf(program === null)(`reading needs a token, although the proxy asks from this machine${why}`, async () => {
    expect((await ask('/api/limits')).status).toBe(401);
    expect(JSON.parse((await ask('/api/limits', withToken(reader))).body)).toHaveProperty('generatedAt');
    expect(JSON.parse((await ask('/api/access')).body)).toMatchObject({ canRead: false, canChange: false });
    expect((await fetch(`${served.address}/api/limits`)).status).toBe(200);
  });

  it.skipIf(program === null)(
    `its name is known, and no other; pages of no other site change anything${why}`,
    async () => {
      const rescan = async (origin: string, headers: OutgoingHttpHeaders = {}) =>
        (await ask('/api/rescan', { ':method': 'POST', ...withToken(admin), origin, ...headers })).status;
      expect(await rescan(`https://${proxiedName}:${port}`)).toBe(200);
      expect(await rescan('https://evil.example')).toBe(403);
      const spoofed = { 'x-forwarded-host': 'evil.example', forwarded: 'host=evil.example' };
      expect(await rescan('https://evil.example', spoofed)).toBe(403);
      const foreign = await ask('/api/limits', { ':authority': 'evil.example', ...withToken(reader) });
      // Caddy passes on nothing that is for another name, and answers with nothing.
      expect(name === 'caddy' ? foreign.body : foreign.status).toBe(name === 'caddy' ? '' : 421);
    },
  );

  it.skipIf(program === null)(`live changes come at once, and the stream ends with its reader${why}`, async () => {
    const { stream, status } = open('/api/events', withToken(reader));
    let received = '';
    stream.on('data', (chunk) => (received += String(chunk)));
    expect(await status).toBe(200);
    await waitUntil('the snapshot', () => received.includes('event: snapshot'));
    await writeLine(port);
    await waitUntil('the change', () => received.includes('"usage"') && received.includes('event: change'));
    expect(await readFollowers()).toBe(1);
    stream.close();
    await waitUntil('the end of the stream', async () => (await readFollowers()) === 0);
  });
});
