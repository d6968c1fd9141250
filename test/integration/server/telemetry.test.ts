import { once } from 'node:events';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { claudeFile, claudeLine, writeLog } from '../../support/agent-logs.ts';
import { toJsonLogs } from '../../support/otlp-logs.ts';
import { createTokenFor, useServers } from '../../support/serve-process.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';

const makeFolder = useTemporaryFolders();
const serve = useServers();

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
      attributes: { model: 'claude-opus-4-8', request_id: `req_${id}`, output_tokens: 100 },
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
