import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchApp, type LaunchedApp } from '../../support/electron.ts';

describe('the zoom keys', () => {
  let launched: LaunchedApp;

  beforeAll(async () => {
    launched = await launchApp();
  });
  afterAll(() => launched.close());

  /** As the system sends it: key presses from Playwright reach the page without passing through the main process. */
  const press = (key: string): Promise<void> =>
    launched.app.evaluate(({ BrowserWindow }, keyCode) => {
      const modifiers: ('meta' | 'control')[] = [process.platform === 'darwin' ? 'meta' : 'control'];
      const [window] = BrowserWindow.getAllWindows();
      window?.webContents.sendInputEvent({ type: 'keyDown', keyCode, modifiers });
      window?.webContents.sendInputEvent({ type: 'keyUp', keyCode, modifiers });
    }, key);

  it('make a page larger, smaller and normal again', async () => {
    const page = await launched.waitForWindow('popover');
    const scale = (): Promise<number> => page.evaluate(() => devicePixelRatio);
    const normal = await scale();
    await press('=');
    await expect.poll(scale).toBeCloseTo(normal * 1.2 ** 0.5, 2);
    await press('-');
    await press('-');
    await expect.poll(scale).toBeCloseTo(normal / 1.2 ** 0.5, 2);
    await press('0');
    await expect.poll(scale).toBe(normal);
  });
});
