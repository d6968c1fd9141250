import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { claudeFile, claudeLine, writeLog } from '../../support/agent-logs.ts';
import { startTrayHost, type TrayHost } from '../../support/desktop/tray-host.ts';
import { launchApp } from '../../support/electron.ts';
import { readReport } from '../../support/run-cli.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';
import { hasTestDesktop } from '../../support/test-machine.ts';
import { waitUntil } from '../../support/wait-until.ts';
import { startWatch } from '../../support/watch-process.ts';

const newFolder = useTemporaryFolders();
/** One response of these logs is 21,510 tokens. */
const tokensToday = (responses: number) => (tooltip: string) =>
  tooltip.includes(`${(Math.round(responses * 215.1) / 10).toString()}K tokens today`);

describe.runIf(hasTestDesktop)('an app that starts while the command line holds the ledger', () => {
  let desktop: TrayHost;
  beforeAll(async () => {
    desktop = await startTrayHost();
  });
  afterAll(() => desktop.close());

  it('follows a watch, says so, and continues reading when that ends; then a watch takes over from the app', async () => {
    const home = newFolder();
    const data = join(home, '.config', 'Fuelgauge');
    await writeLog(claudeFile(home), claudeLine({ id: 1, atMs: Date.now() }));
    const watch = startWatch(home, data);
    await waitUntil('the watch to own the ledger', () => watch.newest()?.phase === 'watching');

    const launched = await launchApp({ home, data, args: ['--hidden'] });
    try {
      const item = await desktop.waitForItem({ pid: launched.pid });
      await item.waitForToolTip(tokensToday(1));
      await item.activate();
      const popover = await launched.waitForWindow('popover');
      await popover.getByText('Live, read by another Fuelgauge').waitFor();

      await watch.end('SIGKILL');
      await appendFile(claudeFile(home), claudeLine({ id: 2, atMs: Date.now() }));
      await popover.getByText('Live', { exact: true }).waitFor();
      await item.waitForToolTip(tokensToday(2));

      const next = startWatch(home, data);
      await waitUntil('the watch to follow the app', () => next.newest()?.phase === 'following');
      await launched.kill();
      await appendFile(claudeFile(home), claudeLine({ id: 3, atMs: Date.now() }));
      await waitUntil('the watch to take over', () => next.newest()?.phase === 'watching');
      await waitUntil('the line', () => next.newest()?.week.events === 3);
      await next.end('SIGTERM');
    } finally {
      await launched.kill();
    }
  });

  it('continues after a single report that was scanning when it started', async () => {
    const home = newFolder();
    const data = join(home, '.config', 'Fuelgauge');
    const lines = Array.from({ length: 300 }, (_, id) => claudeLine({ id, atMs: Date.now(), padding: 200_000 }));
    await writeLog(claudeFile(home), lines.join(''));
    const report = readReport(home, data);
    const launched = await launchApp({ home, data, args: ['--hidden'] });
    try {
      const item = await desktop.waitForItem({ pid: launched.pid });
      expect((await report).totals.events).toBe(300);
      await appendFile(claudeFile(home), claudeLine({ id: 300, atMs: Date.now(), output: 1_525_990 }));
      // 6,453,000 tokens before it, 8,000,000 with it.
      await item.waitForToolTip((text) => text.includes('8M tokens today'));
    } finally {
      await launched.close();
    }
  });
});
