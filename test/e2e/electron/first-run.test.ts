import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { claudeFile, claudeLine, writeLog } from '../../support/agent-logs.ts';
import { startTrayHost, type TrayHost } from '../../support/desktop/tray-host.ts';
import { launchApp, saveScreenshot } from '../../support/electron.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';
import { hasTestDesktop } from '../../support/test-machine.ts';
import { waitUntil } from '../../support/wait-until.ts';

const newFolder = useTemporaryFolders();

describe.runIf(hasTestDesktop)('the first start', () => {
  let desktop: TrayHost;
  beforeAll(async () => {
    desktop = await startTrayHost();
  });
  afterAll(() => desktop.close());

  it('shows what was found until the person goes on, and never again', async () => {
    const home = newFolder();
    const data = join(home, '.config', 'Fuelgauge');
    const settingsFile = join(data, 'settings.json');
    await writeLog(claudeFile(home), [1, 2, 3].map((id) => claudeLine({ id, atMs: Date.now() - id })).join(''));
    const launched = await launchApp({ home, data });
    try {
      const popover = await launched.waitForWindow('popover');
      const welcome = popover.getByRole('region', { name: 'What Fuelgauge found' });
      await welcome.getByText('1 file, 3 requests').first().waitFor();
      expect(existsSync(settingsFile)).toBe(false);
      await welcome.getByText('Details', { exact: true }).click();
      await welcome.getByRole('button', { name: 'Show the change…' }).click();
      await welcome
        .getByText(/"statusLine"/)
        .first()
        .waitFor();
      for (const colorScheme of ['light', 'dark'] as const) {
        await popover.emulateMedia({ colorScheme });
        await saveScreenshot(popover, `first-run-${colorScheme}`);
      }
      await welcome.getByRole('button', { name: 'Got it' }).click();
      await welcome.waitFor({ state: 'detached' });
      await waitUntil('the settings', () => existsSync(settingsFile) || undefined);
      expect(JSON.parse(readFileSync(settingsFile, 'utf8'))).toMatchObject({ desktop: { showsWelcome: false } });
    } finally {
      await launched.close();
    }
    const again = await launchApp({ home, data, args: ['--hidden'] });
    try {
      await (await desktop.waitForItem({ pid: again.pid })).activate();
      const popover = await again.waitForWindow('popover');
      await popover.getByRole('region', { name: 'Today' }).waitFor();
      expect(await popover.getByText('What Fuelgauge found').count()).toBe(0);
    } finally {
      await again.close();
    }
  });
});
