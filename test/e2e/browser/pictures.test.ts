import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startBrowserBench, type BrowserBench, type PageOptions } from '../../support/browser-page.ts';
import { findViolations } from '../../support/find-violations.ts';
import { expectPicture } from '../../support/expect-picture.ts';
import { drawSheet } from '../../support/pictures.ts';

/**
 * The design system and the popover against committed pictures. `FUELGAUGE_PICTURES=update` makes them again; look at them
 * before you commit. The other surfaces: `surfaces.test.ts`.
 */
const everyday = ['normal', 'three-agents', 'critical', 'stale', 'logs-only', 'paused', 'error'];
const looks = [
  { name: 'light', colorScheme: 'light', settings: {}, scenarios: everyday },
  { name: 'dark', colorScheme: 'dark', settings: {}, scenarios: ['normal', 'critical'] },
  {
    name: 'high-contrast',
    colorScheme: 'light',
    settings: { theme: 'high-contrast', dataColors: 'okabe-ito' },
    scenarios: ['normal', 'critical'],
  },
  {
    name: 'compact',
    colorScheme: 'dark',
    settings: { density: 'compact', dataColors: 'okabe-ito' },
    scenarios: ['three-agents', 'stale'],
  },
] as const satisfies readonly (Pick<PageOptions, 'colorScheme' | 'settings'> & {
  name: string;
  scenarios: readonly string[];
})[];

let bench: BrowserBench;
beforeAll(async () => {
  bench = await startBrowserBench();
});
afterAll(() => bench.close());

/** Opens the popover in a window as high as its content, and takes its picture after `act`. */
async function takeScreenshot(
  options: Omit<PageOptions, 'surface'>,
  act?: (page: Page) => Promise<void>,
): Promise<Buffer> {
  const { page, close } = await bench.openPage({ ...options, surface: 'popover', height: 900 });
  await page.evaluate(() => document.fonts.ready);
  await act?.(page);
  const height = await page.evaluate(() =>
    [...document.querySelectorAll('.content, footer')].reduce(
      (sum, part) => sum + part.getBoundingClientRect().height,
      0,
    ),
  );
  await page.setViewportSize({ width: options.width ?? 360, height: Math.ceil(height) });
  await page.mouse.move(1, 1);
  const picture = await page.screenshot({ animations: 'disabled', caret: 'hide' });
  await close();
  return picture;
}

async function openArrangement(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Arrange' }).click();
  await page.getByRole('button', { name: 'Done' }).waitFor();
}

async function openMenu(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /^Actions for/ })
    .first()
    .click();
  await page.getByRole('menuitem', { name: 'End…' }).waitFor();
}

it.each(looks)('the gallery looks as it did, and is accessible: $name', async ({ name, colorScheme, settings }) => {
  const size = { width: 1100, height: 1180 } as const;
  const { page, close, complaints } = await bench.openPage({
    surface: 'gallery',
    scenario: 'normal',
    colorScheme,
    settings,
    ...size,
  });
  await page.evaluate(() => document.fonts.ready);
  await expectPicture(page, `gallery-${name}`, await page.screenshot({ animations: 'disabled', caret: 'hide' }));
  expect(await findViolations(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await close();
});

it.each(looks)('the popover looks as it did: $name', async ({ name, colorScheme, settings, scenarios }) => {
  const look = { colorScheme, settings } as const;
  const pictures: Buffer[] = [];
  for (const scenario of scenarios) {
    pictures.push(await takeScreenshot({ ...look, scenario }));
  }
  if (name === 'light') {
    pictures.push(await takeScreenshot({ ...look, scenario: 'normal' }, openArrangement));
    pictures.push(await takeScreenshot({ ...look, scenario: 'normal' }, openMenu));
  }
  const { page, close } = await bench.openPage({ surface: 'gallery', scenario: 'normal' });
  await expectPicture(page, `popover-${name}`, await drawSheet(page, pictures, 5));
  await close();
});

it.each(looks.filter(({ name }) => name === 'light' || name === 'high-contrast'))(
  'gallery and popover look as they did at twice the text size: $name',
  async ({ name, colorScheme, settings }) => {
    const look = { colorScheme, settings, textScale: 2 } as const;
    const pictures = [
      await takeScreenshot({ ...look, scenario: 'normal' }),
      await takeScreenshot({ ...look, scenario: 'three-agents', width: 720 }),
    ];
    const gallery = await bench.openPage({
      ...look,
      surface: 'gallery',
      scenario: 'normal',
      width: 1400,
      height: 2400,
    });
    await gallery.page.evaluate(() => document.fonts.ready);
    await gallery.page.mouse.move(1, 1);
    const whole = await gallery.page.screenshot({ animations: 'disabled', caret: 'hide' });
    expect(gallery.complaints).toEqual([]);
    await gallery.close();
    const { page, close } = await bench.openPage({ surface: 'gallery', scenario: 'normal' });
    await expectPicture(page, `${name}-200-percent`, await drawSheet(page, [...pictures, whole], 3));
    await close();
  },
);

it('the gallery is accessible in forced colors, with what floats open', async () => {
  const { page, close } = await bench.openPage({ surface: 'gallery', scenario: 'normal', forcedColors: true });
  expect(await findViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Menu', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Open folder' }).waitFor();
  // What floats is at the end of the body, outside of the landmarks.
  expect(await findViolations(page, ['region'])).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Dialog', exact: true }).click();
  await page.getByRole('dialog').waitFor();
  expect(await findViolations(page, ['region'])).toEqual([]);
  await page.getByRole('button', { name: 'Keep' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByRole('combobox', { name: 'Time zone' }).click();
  await page.keyboard.type('tok');
  await page.getByRole('option', { name: 'Asia/Tokyo' }).waitFor();
  await expect.poll(() => page.getByRole('listbox').getByRole('option').count()).toBe(1);
  await page.keyboard.press('Enter');
  await expect.poll(() => page.getByRole('combobox', { name: 'Time zone' }).inputValue()).toBe('Asia/Tokyo');
  await close();
});
