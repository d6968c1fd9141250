import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { createMessages } from '../../../shared/messages/catalogue.ts';
import { describeProblem } from '../../../shared/messages/describe-problem.ts';
import { silentLogger } from '../../../shared/ports/logger.ts';
import { createLocalClient } from '../../node/host/clients/local-client.ts';
import { openLocalHost } from '../../node/host/open-local-host.ts';
import { replaceFile } from '../../node/system/replace-file.ts';
import { resolveDataFolder } from '../../node/system/resolve-data-folder.ts';
import type { McpRequest, ProgramIo, ProgramOutcome } from '../../node/host/serving/server-programs.ts';
import { systemClock } from '../../node/system/system-clock.ts';
import { createNameHider, showName, type HideName } from '../mcp/hidden-names.ts';
import { createMcpServer } from '../mcp/mcp-server.ts';

const keyBytes = 32;
const { nowMs } = systemClock;

/** `fuelgauge mcp`: answers an agent's questions on standard input and output, until the agent closes them. */
export async function serveMcp(request: McpRequest, io: ProgramIo): Promise<ProgramOutcome> {
  const { home, checksAnswers } = request;
  const dataFolder = resolveDataFolder(request.dataFolder, home);
  const opened = await openLocalHost({ home, dataFolder, overrides: {} });
  if (!opened.ok) {
    await io.complain(describeProblem(opened.error, createMessages(), nowMs()));
    return 1;
  }
  const host = opened.value;
  const client = createLocalClient({ host, logger: silentLogger, checksAnswers });
  const hideName: HideName = request.showsNames ? showName : createNameHider(await readKey(dataFolder));
  const reading = host.start('watching');
  // A question is answered from everything that is in the logs. The answers report what cannot be read.
  const isRead = reading.catch(() => undefined);
  const server = createMcpServer({
    client: { ...client, call: async (...call) => (await isRead, client.call(...call)) },
    hideName,
    nowMs,
  });
  const closed = new Promise<void>((resolve) => {
    server.onclose = () => resolve();
    process.stdin.once('end', () => resolve());
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  await server.connect(new StdioServerTransport());
  await closed;
  await server.close();
  await isRead;
  await host.stop();
  return 0;
}

/** The key that hides names, created when first needed. */
async function readKey(dataFolder: string): Promise<Buffer> {
  const file = path.join(dataFolder, 'names.key');
  const kept = await readFile(file, 'utf8').then(
    (text) => Buffer.from(text.trim(), 'hex'),
    () => Buffer.alloc(0),
  );
  if (kept.length === keyBytes) return kept;
  const key = randomBytes(keyBytes);
  await replaceFile(file, key.toString('hex'));
  return key;
}
