import { afterAll, beforeAll, expect, it } from 'vitest';
import { startBrowserBench, type BrowserBench } from '../../support/browser-page.ts';

let bench: BrowserBench;

beforeAll(async () => {
  bench = await startBrowserBench();
});
afterAll(() => bench.close());

it('a menu that is asked for before it is loaded opens as soon as it is, and closes as any other', async () => {
  const { page, close } = await bench.openPage({ surface: 'popover', scenario: 'normal' });
  let load = (): void => undefined;
  const isWanted = new Promise<void>((done) => (load = done));
  await page.route(/\/Menu-[^/]*\.js$/, async (route) => {
    await isWanted;
    await route.continue();
  });
  await page.reload();
  const more = page.getByRole('button', { name: 'More' });
  await more.click();
  expect(await page.getByRole('menu').count()).toBe(0);
  load();
  await page.getByRole('menuitem', { name: 'Arrange' }).waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => page.getByRole('menu').count()).toBe(0);
  await expect.poll(() => more.evaluate((button) => button === document.activeElement)).toBe(true);
  await more.click();
  await page.getByRole('menuitem', { name: 'Arrange' }).click();
  await page
    .getByRole('button', { name: 'Show Now' })
    .or(page.getByRole('button', { name: 'Hide Now' }))
    .waitFor();
  await close();
});
