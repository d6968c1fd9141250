import { appendFile, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { claudeFile, claudeLine } from '../../support/agent-logs.ts';
import { startTrayHost, type TrayHost } from '../../support/desktop/tray-host.ts';
import { launchApp } from '../../support/electron.ts';
import { readReport } from '../../support/run-cli.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';
import { hasTestDesktop } from '../../support/test-machine.ts';

const newFolder = useTemporaryFolders();

describe.runIf(hasTestDesktop)('an app that is killed during its first scan', () => {
  const home = newFolder();
  const data = join(home, '.config', 'Fuelgauge');
  let desktop: TrayHost;

  beforeAll(async () => {
    desktop = await startTrayHost();
    // About 200 MB, with tool results between the responses as in real logs: long enough to be killed in the middle.
    for (let session = 0; session < 40; session++) {
      const file = claudeFile(home, `session-${session}`);
      await mkdir(dirname(file), { recursive: true });
      const lines = Array.from({ length: 250 }, (_, index) => {
        const id = session * 1000 + index;
        return claudeLine({
          id,
          atMs: Date.UTC(2026, 0, 2) + id * 60_000,
          session: `session-${session}`,
          output: 100 + index,
          padding: 20_000,
        });
      });
      await appendFile(file, lines.join(''));
    }
  });
  afterAll(() => desktop.close());

  it('reaches the same totals as one that was not killed', async () => {
    const undisturbed = await readReport(home, newFolder());
    expect(undisturbed.totals.events).toBe(10_000);

    const percents: number[] = [];
    for (let kill = 0; kill < 3; kill++) {
      const launched = await launchApp({ home, data, args: ['--hidden'] });
      const item = await desktop.waitForItem({ pid: launched.pid });
      const tooltip = await item.waitForToolTip((text) => /reading logs, [1-9]|nothing used today$/.test(text));
      percents.push(Number(/reading logs, (\d+)/.exec(tooltip)?.[1] ?? 100));
      await launched.kill();
      await desktop.waitForRemoval(launched.pid);
    }
    // At least the first one was killed in the middle; otherwise the test shows nothing.
    expect(percents[0]).toBeLessThan(100);

    const launched = await launchApp({ home, data, args: ['--hidden'] });
    const item = await desktop.waitForItem({ pid: launched.pid });
    await item.waitForToolTip((text) => text === 'Fuelgauge: nothing used today');
    const after = await readReport(home, data);
    await launched.close();
    expect(after.rows).toEqual(undisturbed.rows);
    expect(after.totals).toEqual(undisturbed.totals);
  });
});
