import { once } from 'node:events';
import { appendFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { createGunzip } from 'node:zlib';
import { afterEach, expect, it } from 'vitest';
import { claudeFile, claudeLine, writeLog } from '../../support/agent-logs.ts';
import { startServer, type Served } from '../../support/serve-process.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';
import { waitUntil } from '../../support/wait-until.ts';

const makeFolder = useTemporaryFolders();
const ended: (() => void)[] = [];
afterEach(() => {
  for (const end of ended.splice(0)) end();
});

interface Metric {
  readonly name: string;
  readonly sum?: { readonly dataPoints: readonly { readonly asDouble?: number; readonly asInt?: string }[] };
}

interface Request {
  readonly resourceMetrics: readonly { readonly scopeMetrics: readonly { readonly metrics: readonly Metric[] }[] }[];
}

/** What a request says of responses. */
function countResponses(body: string): number {
  return (JSON.parse(body) as Request).resourceMetrics
    .flatMap(({ scopeMetrics }) => scopeMetrics.flatMap(({ metrics }) => metrics))
    .filter(({ name }) => name === 'fuelgauge.responses')
    .flatMap(({ sum }) => sum?.dataPoints ?? [])
    .reduce((total, { asDouble, asInt }) => total + Number(asDouble ?? asInt ?? 0), 0);
}

/** A collector: adds up what it takes, and says no, or nothing at all, when it is told to. */
async function startCollector() {
  const state = { answer: 'take' as 'take' | 'busy' | 'silent', responses: 0, requests: 0, refused: 0, held: 0 };
  const problems: string[] = [];
  const listen = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.headers.authorization !== 'Bearer secret-1' || request.headers['x-scope'] !== 'team a') {
      problems.push(JSON.stringify(request.headers));
    }
    const body = await text(request.pipe(createGunzip()));
    state.requests += 1;
    if (state.answer === 'busy') {
      state.refused += 1;
      response.writeHead(state.refused % 2 === 0 ? 429 : 503, { 'retry-after': '1' }).end();
      return;
    }
    // Taken, whether or not anybody hears of it.
    state.responses += countResponses(body);
    if (state.answer === 'silent') state.held += 1;
    else response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  };
  const server = createServer((request, response) => void listen(request, response).catch(() => response.destroy()));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  ended.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { state, problems, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

it('sends every response once: through refusals, and a kill before and after the collector took it', async () => {
  const folder = makeFolder();
  const log = claudeFile(join(folder, 'home'));
  const collector = await startCollector();
  const { state } = collector;
  const start = async (): Promise<Served> => {
    const served = await startServer(
      folder,
      {
        ...{
          FUELGAUGE_OTLP_EXPORT: '1',
          OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
          OTEL_METRIC_EXPORT_INTERVAL: '250',
        },
        ...{ OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json', OTEL_EXPORTER_OTLP_METRICS_TEMPORALITY_PREFERENCE: 'delta' },
        ...{ OTEL_BEARER_TOKEN: 'secret-1', OTEL_EXPORTER_OTLP_HEADERS: 'x-scope=team%20a' },
      },
      [],
      (child) => ended.push(() => child.kill('SIGKILL')),
    );
    await waitUntil('readiness', async () => (await fetch(`${served.address}/readyz`)).status === 200);
    return served;
  };
  const kill = async ({ child }: Served): Promise<void> => {
    child.kill('SIGKILL');
    await once(child, 'exit');
  };
  let written = 0;
  const use = async (responses: number): Promise<void> => {
    const lines = Array.from({ length: responses }, () =>
      claudeLine({ id: (written += 1), atMs: Date.now() + written }),
    );
    if (written === responses) await writeLog(log, lines.join(''));
    else await appendFile(log, lines.join(''));
  };
  await use(2);
  // Differences count from when the export began: the first two responses are no part of them.
  let served = await start();
  await waitUntil('a request', () => state.requests > 0);
  await use(3);
  await waitUntil('the first three', () => state.responses === 3);
  // Refused, with a time to wait: they stay in the queue, which a kill does not touch.
  state.answer = 'busy';
  await use(4);
  await waitUntil('two refusals', () => state.refused >= 2);
  await kill(served);
  state.answer = 'take';
  served = await start();
  await waitUntil('the next four', () => state.responses === 7);
  // Taken, and the acknowledgement never arrives: sent again, it would count twice.
  state.answer = 'silent';
  await use(5);
  await waitUntil('the collector has taken them', () => state.responses === 12);
  await kill(served);
  state.answer = 'take';
  await start();
  await use(6);
  await waitUntil('the last six', () => state.responses >= 18);
  const requests = state.requests;
  await waitUntil('two more requests', () => state.requests >= requests + 2);
  expect(state.responses).toBe(18);
  expect(collector.problems).toEqual([]);
});
