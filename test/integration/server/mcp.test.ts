import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { expect, it } from 'vitest';
import { claudeFile, claudeLine, writeLog } from '../../support/agent-logs.ts';
import { isRunning } from '../../support/is-running.ts';
import { builtCli } from '../../support/run-cli.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';
import { waitUntil } from '../../support/wait-until.ts';

const makeFolder = useTemporaryFolders();

it('fuelgauge mcp answers a real client from the logs, and ends with it', async () => {
  const folder = makeFolder();
  const home = join(folder, 'home');
  await writeLog(claudeFile(home), claudeLine({ id: 1, atMs: Date.now() - 60_000, output: 321 }));
  const args = [builtCli, 'mcp', '--home', home, '--data', join(folder, 'data')];
  const transport = new StdioClientTransport({ command: process.execPath, args, stderr: 'inherit' });
  const agent = new Client({ name: 'test', version: '1.0.0' });
  await agent.connect(transport);
  const ask = async (name: string) => {
    const { content } = await agent.callTool({ name });
    return (content as [{ text: string }])[0].text;
  };
  expect(JSON.parse(await ask('get_usage'))).toMatchObject({ totals: { responses: 1, tokens: { outputTokens: 321 } } });
  expect(await ask('get_sessions')).not.toContain('/home/ada/shop');
  expect(readFileSync(join(folder, 'data/names.key'), 'utf8')).toMatch(/^[0-9a-f]{64}$/);
  const { pid } = transport;
  await agent.close();
  await waitUntil('its end', () => !isRunning(pid!));
});
