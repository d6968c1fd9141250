import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { repositoryRoot } from '../../../build/lib/paths.ts';
import { claudeFile, claudeLine, writeLog } from '../../support/agent-logs.ts';
import { startTrayHost, type TrayHost } from '../../support/desktop/tray-host.ts';
import type { TrayItem } from '../../support/desktop/tray-item.ts';
import { startWaylandDesktop, type WaylandDesktop, type WaylandWindow } from '../../support/desktop/wayland-desktop.ts';
import { launchApp, type LaunchedApp } from '../../support/electron.ts';
import type { Picture } from '../../support/read-png.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';
import { hasTestDesktop } from '../../support/test-machine.ts';
import { waitUntil } from '../../support/wait-until.ts';

const newFolder = useTemporaryFolders();
const screenshots = join(repositoryRoot, 'test-results', 'screenshots');

describe.runIf(hasTestDesktop)('the tray app on Wayland', () => {
  const home = newFolder();
  let desktop: WaylandDesktop;
  let tray: TrayHost;
  let launched: LaunchedApp;
  let item: TrayItem;
  let popover: Page;

  const ownWindows = async (): Promise<readonly WaylandWindow[]> =>
    (await desktop.windows()).filter(({ pid }) => pid === launched.pid);

  beforeAll(async () => {
    await mkdir(screenshots, { recursive: true });
    await writeLog(claudeFile(home), claudeLine({ id: 1, atMs: Date.now() - 1_000 }));
    desktop = await startWaylandDesktop();
    tray = await startTrayHost();
    launched = await launchApp({
      home,
      env: { DISPLAY: undefined, XAUTHORITY: undefined, WAYLAND_DISPLAY: desktop.socket },
      args: ['--ozone-platform=wayland', '--hidden'],
    });
    item = await tray.waitForItem({ pid: launched.pid });
  });
  afterAll(async () => {
    await launched.close();
    tray.close();
    await desktop.close();
  });

  it('starts hidden, and opens the popover on a click', async () => {
    expect(await ownWindows()).toEqual([]);
    await item.activate();
    popover = await launched.waitForWindow('popover');
    const [window] = await waitUntil('the window', async () => {
      const windows = await ownWindows();
      return windows.length === 1 ? windows : undefined;
    });
    expect(window?.rectangle.width).toBe(await popover.evaluate(() => innerWidth));
    // Its height follows the content.
    await waitUntil('the height', async () => {
      const height = await popover.evaluate(() => innerHeight);
      return (await ownWindows())[0]?.rectangle.height === height || undefined;
    });
  });

  it('draws it on the screen, in colors that are not the background', async () => {
    await popover.getByText('Today').first().waitFor();
    const [window] = await ownWindows();
    if (window === undefined) throw new Error('the popover is gone');
    const picture = await waitUntil('a drawn popover', async () => {
      const taken = await desktop.screenshot(join(screenshots, 'wayland-popover.png'));
      return countColors(taken, window) > 50 ? taken : undefined;
    });
    const covered = countPixels(picture, window, (color) => color !== desktop.background.join());
    // All but its rounded corners and its shadow.
    expect(covered / (window.rectangle.width * window.rectangle.height)).toBeGreaterThan(0.9);
  });

  it('closes it on Escape', async () => {
    await popover.keyboard.press('Escape');
    await waitUntil('no window', async () => ((await ownWindows()).length === 0 ? true : undefined));
  });
});

function countPixels(picture: Picture, { rectangle }: WaylandWindow, isCounted: (color: string) => boolean): number {
  let count = 0;
  for (let y = rectangle.y; y < rectangle.y + rectangle.height; y++) {
    for (let x = rectangle.x; x < rectangle.x + rectangle.width; x++) {
      const [red, green, blue] = picture.pixels[y * picture.width + x] ?? [0, 0, 0, 0];
      if (isCounted(`${red},${green},${blue}`)) count += 1;
    }
  }
  return count;
}

function countColors(picture: Picture, window: WaylandWindow): number {
  const colors = new Set<string>();
  countPixels(picture, window, (color) => colors.add(color).size > 0);
  return colors.size;
}
