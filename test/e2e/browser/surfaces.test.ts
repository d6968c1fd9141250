/// <reference path="../../../renderer/bridge/window.d.ts" />
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { defaultSettings } from '../../../shared/settings/defaults.ts';
import { startBrowserBench, type BrowserBench, type PageOptions } from '../../support/browser-page.ts';
import { drawSheet } from '../../support/pictures.ts';
import { expectPicture } from '../../support/expect-picture.ts';

/** Main window, first run and gauge against committed pictures, in three themes and at twice the text size: see `pictures.test.ts`. */
const looks = [
  { theme: 'light', textScale: 1 },
  { theme: 'light', textScale: 2 },
  { theme: 'dark', textScale: 1 },
  { theme: 'high-contrast', textScale: 1 },
  { theme: 'high-contrast', textScale: 2 },
] as const;
type Look = (typeof looks)[number];

const views = {
  overview: 'Overview',
  explore: 'Explore',
  limits: 'Limits',
  processes: 'Processes',
  apps: 'Apps and sites',
  alerts: 'Alerts',
  compare: 'Compare',
  settings: 'Settings',
};

let bench: BrowserBench;
beforeAll(async () => {
  bench = await startBrowserBench();
});
afterAll(() => bench.close());

async function wear(page: Page, { theme, textScale }: Look): Promise<void> {
  await page.evaluate(
    async ([patch, fontSize]) => {
      await window.fuelgauge?.call('updateSettings', patch);
      document.documentElement.style.fontSize = fontSize;
    },
    [{ theme }, `${16 * textScale}px`] as const,
  );
  const worn = (): Promise<string | undefined> =>
    page.evaluate(() => {
      const { theme: named, contrast } = document.documentElement.dataset;
      return contrast === 'more' ? 'high-contrast' : named;
    });
  await expect.poll(worn).toBe(theme);
}

/** A picture of what has come to rest: two in a row are the same. */
async function takeScreenshot(page: Page): Promise<Buffer> {
  await page.evaluate(() => document.fonts.ready);
  // Nothing is below the pointer.
  await page.mouse.move(1, 1);
  let before: Buffer = Buffer.alloc(0);
  for (let tries = 0; tries < 8; tries++) {
    const picture = await page.screenshot({ animations: 'disabled', caret: 'hide' });
    if (picture.equals(before)) return picture;
    before = picture;
  }
  throw new Error('the page does not come to rest');
}

it('the views of the main window look as they did', async () => {
  const size = { width: 960, height: 720 } as const;
  const { page, close, complaints } = await bench.openPage({ surface: 'main-window', scenario: 'normal', ...size });
  const sheets: (readonly [string, readonly Buffer[]])[] = [];
  for (const look of looks) {
    await wear(page, look);
    const pictures: Buffer[] = [];
    for (const [view, title] of Object.entries(views)) {
      await page.evaluate((hash) => (location.hash = hash), view);
      await page.getByRole('heading', { name: title, exact: true }).first().waitFor();
      await page.waitForFunction(
        () => document.querySelector('main :is(progress, [role=progressbar], [aria-busy=true])') === null,
      );
      pictures.push(await takeScreenshot(page));
    }
    sheets.push([`main-window-${look.theme}${look.textScale === 2 ? '-200-percent' : ''}`, pictures]);
  }
  expect(complaints).toEqual([]);
  await close();
  const drawing = await bench.openPage({ surface: 'gallery', scenario: 'normal' });
  for (const [name, pictures] of sheets) {
    await expectPicture(drawing.page, name, await drawSheet(drawing.page, pictures, 4));
  }
  await drawing.close();
});

it('the timeline of a session and a date field in focus look as they did', async () => {
  const session = '#explore?by=session&since=all&source=claude-code&session=session-1';
  const { page, close, complaints } = await bench.openPage({
    surface: 'main-window',
    scenario: 'normal',
    hash: session,
    width: 960,
    height: 1240,
  });
  await page.getByRole('list', { name: 'Subagents' }).waitFor();
  const pictures = [await takeScreenshot(page)];
  await page.setViewportSize({ width: 960, height: 300 });
  await page.evaluate(() => (location.hash = 'apps'));
  await page.getByText('Custom', { exact: true }).click();
  await page.getByLabel('From').focus();
  pictures.push(await takeScreenshot(page));
  expect(complaints).toEqual([]);
  await close();
  const drawing = await bench.openPage({ surface: 'gallery', scenario: 'normal' });
  await expectPicture(drawing.page, 'timeline-and-dates', await drawSheet(drawing.page, pictures, 2));
  await drawing.close();
});

it('the first run and the gauge look as they did', async () => {
  const desktop = { ...defaultSettings.desktop, showsWelcome: true };
  const small: readonly PageOptions[] = [
    { surface: 'popover', scenario: 'normal', settings: { desktop }, height: 900 },
    { surface: 'gauge', scenario: 'critical', width: 360, height: 120 },
  ];
  const pictures: Buffer[] = [];
  for (const options of small) {
    const { page, close, complaints } = await bench.openPage(options);
    for (const look of looks) {
      await wear(page, look);
      pictures.push(await takeScreenshot(page));
    }
    expect(complaints).toEqual([]);
    await close();
  }
  const { page, close } = await bench.openPage({ surface: 'gallery', scenario: 'normal' });
  await expectPicture(page, 'first-run-and-gauge', await drawSheet(page, pictures, looks.length));
  await close();
});
