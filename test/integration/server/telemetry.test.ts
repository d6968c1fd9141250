import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { claudeFile, claudeLine, writeLog } from '../../support/agent-logs.ts';
import { toJsonLogs } from '../../support/otlp-logs.ts';
import { runBuiltCli } from '../../support/run-cli.ts';
import { createTokenFor, useServers } from '../../support/serve-process.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';

const makeFolder = useTemporaryFolders();
const serve = useServers();
/** As the provider makes them. */
const requestOf = (id: number): string => `req_011CtestRequest${String(id).padStart(6, '0')}`;

it('telemetry that was acknowledged survives a kill, and adds nothing when it is sent again', async () => {
  const folder = makeFolder();
  const atMs = Date.now();
  await writeLog(claudeFile(join(folder, 'home')), claudeLine({ id: 1, atMs }));
  const token = await createTokenFor(folder, 'ingest');
  const body = toJsonLogs(
    [1, 2, 3].map((id) => ({
      service: 'claude-code',
      event: 'claude_code.api_request',
      atMs,
      attributes: { model: 'claude-opus-4-8', request_id: requestOf(id), output_tokens: 100 },
    })),
  );
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
  const send = async (address: string) => (await fetch(`${address}/v1/logs`, { method: 'POST', headers, body })).status;
  const read = async (address: string) => {
    const text = await (await fetch(`${address}/metrics`)).text();
    return /^fuelgauge_telemetry_tokens_total\{.*class="output"\} (\d+)$/m.exec(text)?.[1];
  };
  const first = await serve(folder);
  expect(await send(first.address)).toBe(200);
  first.child.kill('SIGKILL');
  await once(first.child, 'exit');
  const second = await serve(folder);
  expect(await read(second.address)).toBe('300');
  expect(await send(second.address)).toBe(200);
  expect(await read(second.address)).toBe('300');
});

it('a kill between receipt and commit loses nothing that was acknowledged, and doubles nothing', async () => {
  const folder = makeFolder();
  const token = await createTokenFor(folder, 'ingest');
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
  await writeLog(claudeFile(join(folder, 'home')), '\n');
  let server = await serve(folder);
  const atMs = Date.now();
  const bodyOf = (id: number): string =>
    toJsonLogs([
      {
        service: 'claude-code',
        event: 'claude_code.api_request',
        atMs: atMs + id,
        attributes: { model: 'claude-opus-4-8', request_id: requestOf(id), input_tokens: 1, output_tokens: 100 },
      },
    ]);
  const send = async (id: number): Promise<boolean> =>
    fetch(`${server.address}/v1/logs`, { method: 'POST', headers, body: bodyOf(id) }).then(
      ({ status }) => status === 200,
      () => false,
    );
  const ids = Array.from({ length: 240 }, (_, id) => id);
  const acknowledged = new Set<number>();
  // Not more at a time: however fast they are answered, most of them are not there yet.
  const lanes = 40;
  const exited = once(server.child, 'exit');
  const sendEach = async (lane: number): Promise<void> => {
    for (let id = lane; id < ids.length; id += lanes) {
      if (await send(id)) acknowledged.add(id);
      if (acknowledged.size >= 20) server.child.kill('SIGKILL');
    }
  };
  await Promise.all([...ids.slice(0, lanes).map(sendEach), exited]);
  const first = acknowledged.size;
  expect(first).toBeLessThan(ids.length);

  server = await serve(folder);
  // The log of some of them: it has seen less of the output.
  const rows = ids
    .slice(0, 50)
    .map((id) => claudeLine({ id, atMs, input: 1, output: 3, cacheRead: 0, cacheWrite1h: 0 }));
  await writeLog(
    claudeFile(join(folder, 'home')),
    rows.join('').replaceAll(/req_(\d+)/g, (_, id) => requestOf(Number(id))),
  );
  const run = async (command: string): Promise<{ totals?: unknown; rows: readonly unknown[] }> => {
    const args = [command, '--json', '--home', join(folder, 'home'), '--data', join(folder, 'data')];
    return JSON.parse((await runBuiltCli(args)).stdout) as { rows: readonly unknown[] };
  };
  // What was acknowledged is there without being sent again.
  const journal = JSON.stringify(await readJournals(join(folder, 'data')));
  for (const id of acknowledged) expect(journal).toContain(requestOf(id));
  for (const id of ids) expect(await send(id)).toBe(true);
  server.child.kill('SIGTERM');
  await once(server.child, 'exit');
  expect((await run('report')).totals).toMatchObject({
    events: 240,
    usage: { outputTokens: 24_000, inputTokens: 240 },
  });
  expect((await run('reconcile')).rows).toMatchObject([
    { received: { responses: 240 }, logged: { responses: 50 }, differences: { 'not-in-log': { responses: 190 } } },
  ]);
});

async function readJournals(dataFolder: string): Promise<readonly string[]> {
  const journals = join(dataFolder, 'telemetry', 'claude-code');
  return Promise.all((await readdir(journals)).map((name) => readFile(join(journals, name), 'utf8')));
}
