import { resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../../../build/lib/run.ts';
import { createDoNotDisturbProbe } from '../../../main/node/probes/do-not-disturb.ts';
import { startNotificationServer } from '../../support/desktop/notification-server.ts';
import type { NotificationServer } from '../../support/desktop/notification-server.ts';
import { startTrayHost } from '../../support/desktop/tray-host.ts';
import type { TrayHost } from '../../support/desktop/tray-host.ts';
import { launchApp, saveScreenshot } from '../../support/electron.ts';
import type { LaunchedApp } from '../../support/electron.ts';
import { hasTestDesktop } from '../../support/test-machine.ts';

const appFolder = resolve('test/fixtures/tray-app');

describe.runIf(hasTestDesktop)('the test desktop', () => {
  let host: TrayHost;
  let server: NotificationServer;
  beforeAll(async () => {
    host = await startTrayHost();
    server = await startNotificationServer();
  });
  afterEach(() => server.clear());
  afterAll(() => {
    host.close();
    server.stop();
  });

  it('receives what notify-send sends', async () => {
    const { code, stderr } = await run('notify-send', [
      '--app-name=gauge',
      '--urgency=critical',
      'Title',
      'Body & more',
    ]);
    expect(stderr).toBe('');
    expect(code).toBe(0);
    const notification = await server.waitFor();
    expect(notification).toMatchObject({
      appName: 'gauge',
      title: 'Title',
      body: 'Body & more',
      hints: { urgency: 2 },
    });
  });

  it('says whether nobody wants to be disturbed', async () => {
    const probe = createDoNotDisturbProbe('linux', 'KDE');
    expect(await probe.read()).toBeNull();
    server.setInhibited(true);
    expect(await probe.read()).toBe(true);
    server.setInhibited(false);
    expect(await probe.read()).toBe(false);
  });

  describe('with a real Electron', () => {
    let launched: LaunchedApp;
    beforeAll(async () => {
      launched = await launchApp({ appFolder, args: ['--hidden'] });
    });
    afterAll(() => launched.close());

    it('runs the app in a folder as `electron <folder>` does', async () => {
      const item = await host.waitForItem({ pid: launched.pid });
      expect(JSON.parse(await item.waitForToolTip((text) => text.startsWith('{')))).toEqual({
        name: 'Tray App',
        version: '1.2.3',
        path: appFolder,
        packaged: false,
        readyBeforeCode: false,
        args: ['--hidden'],
      });
    });

    it('shows its icon and reports a click', async () => {
      const item = await host.waitForItem({ pid: launched.pid });
      expect(await item.readStatus()).toBe('Active');
      const [pixmap] = await item.readPixmaps();
      expect(pixmap?.argb.subarray(0, 4)).toEqual(Buffer.from([255, 255, 0, 0]));
      await item.activate();
      expect(await item.waitForToolTip((text) => text === 'clicked')).toBe('clicked');
    });

    it('reads its menu and chooses an item', async () => {
      const menu = await (await host.waitForItem({ pid: launched.pid })).openMenu();
      expect(await menu.readLabels()).toEqual(['Notify', 'Pause', 'More', 'Not now', 'Quit']);
      expect((await menu.readEntries()).find((entry) => entry.label === 'Pause')?.checked).toBe(true);
      await expect(menu.click('Not now')).rejects.toThrow('cannot be chosen');
      await expect(menu.click('Absent')).rejects.toThrow('no entry "Absent"');
      await menu.click('Open');
      const page = await launched.waitForWindow('data:text/html');
      expect(await page.textContent('h1')).toBe('Open');
      expect(await saveScreenshot(page, 'test-desktop')).toMatch(/test-desktop\.png$/);
    });

    it('receives its notification and clicks it', async () => {
      const menu = await (await host.waitForItem({ pid: launched.pid })).openMenu();
      await menu.click('Notify');
      const notification = await server.waitFor((candidate) => candidate.title === 'Half is gone');
      expect(notification.body).toBe('Resets at 17:00');
      server.invoke(notification.id);
      await expect.poll(() => launched.stdoutLines).toContain('notification clicked');
    });

    it('notices that the icon goes when the app quits', async () => {
      const menu = await (await host.waitForItem({ pid: launched.pid })).openMenu();
      await menu.click('Quit');
      expect(await launched.waitForExit()).toBe(0);
      await host.waitForRemoval(launched.pid);
      expect(host.items()).toEqual([]);
    });
  });
});
