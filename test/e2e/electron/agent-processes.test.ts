import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codexFile, codexRollout, writeLog } from '../../support/agent-logs.ts';
import { startTrayHost, type TrayHost } from '../../support/desktop/tray-host.ts';
import { launchApp, saveScreenshot, type LaunchedApp } from '../../support/electron.ts';
import { isRunning } from '../../support/is-running.ts';
import { useStandInAgents } from '../../support/stand-in-agent.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';
import { hasTestDesktop } from '../../support/test-machine.ts';
import { waitUntil } from '../../support/wait-until.ts';

const newFolder = useTemporaryFolders();
const startAgent = useStandInAgents();
const thread = '019b0000-0000-7000-8000-00000000b0b0';

describe.runIf(hasTestDesktop)('the processes of a busy agent in the app', () => {
  const home = realpathSync(newFolder());
  let desktop: TrayHost;
  let launched: LaunchedApp;
  let popover: Page;

  beforeAll(async () => {
    desktop = await startTrayHost();
    const usage = { input: 9_000, cached: 7_000, output: 300, usedPercent: 40 };
    const request = { atMs: Date.now() - 500, ...usage, resetsAtMs: Date.now() + 7_200_000 };
    await writeLog(codexFile(home, thread), codexRollout(thread, [request]));
    launched = await launchApp({ home, data: join(home, '.config', 'Fuelgauge'), args: ['--hidden'] });
    const item = await desktop.waitForItem({ pid: launched.pid });
    await item.activate();
    popover = await launched.waitForWindow('popover');
  });
  afterAll(async () => {
    await launched.close();
    desktop.close();
  });

  const readProcesses = () =>
    popover.evaluate(async () => {
      const answer = (await window.fuelgauge?.call('snapshot', undefined)) as {
        readonly value?: { readonly sections: { readonly processes: unknown } };
      };
      return answer.value?.sections.processes;
    }) as Promise<{
      readonly agents: readonly { readonly pid: number; readonly session: unknown }[];
    }>;

  it('are joined with its session, and what it left behind is ended by a click', async () => {
    const agent = await startAgent(home, { openLog: codexFile(home, thread), args: [thread], isBusy: true });
    const joined = await waitUntil('the agent with its session', async () =>
      (await readProcesses()).agents.find(({ pid, session }) => pid === agent.pid && session !== null),
    );
    expect(joined.session).toMatchObject({ sessionId: thread, confidence: 'certain' });
    await saveScreenshot(popover, 'popover-busy-agent');
    await agent.exit();
    await popover.getByRole('button', { name: 'End @example/mcp-server' }).click();
    await saveScreenshot(popover, 'popover-orphan');
    await popover.getByRole('group').getByRole('button', { name: /^End/ }).click();
    await waitUntil('the end of the server', async () => !isRunning(agent.serverPid));
    await popover.getByText('@example/mcp-server').first().waitFor({ state: 'detached' });
  });
});
