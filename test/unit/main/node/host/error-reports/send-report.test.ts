import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openCrashKeeper } from '../../../../../../main/node/host/error-reports/open-crash-keeper.ts';
import { previewReport } from '../../../../../../main/node/host/error-reports/report-preview.ts';
import { sendReport } from '../../../../../../main/node/host/error-reports/send-report.ts';
import { toCrashReport } from '../../../../../../shared/domain/crash-report.ts';
import { settingsFileName } from '../../../../../../main/node/host/settings/read-stored.ts';
import { useTemporaryFolders } from '../../../../../support/temporary-folder.ts';

const makeFolder = useTemporaryFolders();
const atMs = Date.parse('2026-05-01T14:00:00Z');
const program = { version: '1.2.3', system: 'linux x64', node: '24.1.0', electron: null };
const crash = toCrashReport(program, 'uncaught exception', new Error("no '/home/ada/zebrafish'"), atMs);

interface Received {
  readonly url: string | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

let servers: Server[] = [];
afterEach(() => {
  for (const server of servers) server.close();
  servers = [];
});

/** A stand-in for Sentry on loopback, and what it has got. */
async function listen(
  answer: (response: ServerResponse) => void = (response) => response.end('{}'),
): Promise<{ readonly dsn: string; readonly received: Received[] }> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push({ url: request.url, headers: request.headers, body: Buffer.concat(chunks).toString('utf8') });
      answer(response);
    });
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { dsn: `http://public1@127.0.0.1:${(server.address() as AddressInfo).port}/7`, received };
}

describe('a report of a crash', () => {
  it('is an envelope that names nobody', async () => {
    const { dsn, received } = await listen();
    expect(await sendReport(dsn, crash)).toBe('sent');
    const [{ url, headers, body } = { url: '', headers: {}, body: '' }] = received;
    expect(url).toBe('/api/7/envelope/');
    expect(headers['content-type']).toBe('application/x-sentry-envelope');
    expect(headers['x-sentry-auth']).toMatch(
      /^Sentry sentry_version=7, sentry_client=fuelgauge\/[\d.]+, sentry_key=public1$/,
    );
    const [header = '', item = '', event = '', rest] = body.split('\n');
    expect(rest).toBe('');
    const { length } = JSON.parse(item) as { length: number };
    expect(length).toBe(Buffer.byteLength(event));
    const { event_id: id } = JSON.parse(header) as { event_id: string };
    expect(id).toMatch(/^[\da-f]{32}$/);
    expect(JSON.parse(event)).toMatchObject({
      event_id: id,
      level: 'error',
      release: 'fuelgauge@1.2.3',
      exception: { values: [{ type: 'Error', value: 'uncaught exception: no <text>' }] },
    });
    expect(event).not.toMatch(/ada|zebrafish|breadcrumbs|server_name|"user"/);
  });

  it('follows no redirect', async () => {
    const other = await listen();
    const { dsn, received } = await listen((response) => {
      response.writeHead(307, { location: other.dsn.replace('public1@', '') }).end();
    });
    expect(await sendReport(dsn, crash)).toBe('refused');
    expect(received).toHaveLength(1);
    expect(other.received).toEqual([]);
  });

  it('ends where nobody answers, or where it may not go', async () => {
    const { dsn } = await listen(() => undefined);
    expect(await sendReport(dsn, crash, 50)).toBe('unreachable');
    expect(await sendReport('http://public1@errors.example/7', crash)).toBe('bad-address');
  });
});

describe('a crash', () => {
  const setDsn = (dataFolder: string, dsn: string | null): void =>
    writeFileSync(path.join(dataFolder, settingsFileName), JSON.stringify({ errorReports: { dsn } }));

  it('is sent nowhere unless the settings say where, and then exactly as the preview shows', async () => {
    const dataFolder = makeFolder();
    const { dsn, received } = await listen();
    const keep = openCrashKeeper(dataFolder, () => atMs);
    await keep('uncaught exception', new Error('first'));
    expect(received).toEqual([]);
    setDsn(dataFolder, dsn);
    await keep('uncaught exception', new Error('second'));
    const preview = await previewReport(dataFolder, dsn, atMs);
    expect(received.map(({ body }) => body)).toEqual([preview.payload]);
    expect(preview).toMatchObject({
      isExample: false,
      address: `${dsn.replace('public1@', '').slice(0, -2)}/api/7/envelope/`,
    });
  });

  it('that happens again and again is sent twenty times', async () => {
    const dataFolder = makeFolder();
    const { dsn, received } = await listen();
    setDsn(dataFolder, dsn);
    let nowMs = atMs;
    const keep = openCrashKeeper(dataFolder, () => (nowMs += 1));
    for (let index = 0; index < 23; index += 1) await keep('uncaught exception', new Error(`no ${index}`));
    expect(received).toHaveLength(20);
  });

  it('is invented for the preview where there was none', async () => {
    const dataFolder = makeFolder();
    mkdirSync(path.join(dataFolder, 'crashes'));
    writeFileSync(path.join(dataFolder, 'crashes', '1777000000000.json'), 'no JSON');
    const preview = await previewReport(dataFolder, null, atMs);
    expect(preview).toMatchObject({ isExample: true, address: null });
    expect(preview.payload).toContain('toExample');
    expect(preview.payload).not.toMatch(/home|\bann\b/);
  });
});
