import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { startBrowserBench, type PageOptions } from '../test/support/browser-page.ts';
import { requireDisplay } from './lib/desktop.ts';
import { repositoryRoot } from './lib/paths.ts';
import { runMain } from './lib/plain-failure.ts';
import { recordPopover } from './lib/record-popover.ts';

const folder = join(repositoryRoot, '.github', 'images');

/** The pictures of the README: the pages as they are, on the made-up data of a scenario, twice as sharp. */
const pictures: readonly (PageOptions & { readonly name: string })[] = [
  { name: 'popover', surface: 'popover', scenario: 'three-agents', width: 360, height: 836 },
  { name: 'popover-dark', surface: 'popover', scenario: 'three-agents', width: 360, height: 836, colorScheme: 'dark' },
  { name: 'overview', surface: 'main-window', scenario: 'normal', width: 1040, height: 720, hash: '#overview' },
];

/** The popover in use, at half that resolution: small enough for a README. */
const recording: PageOptions = {
  surface: 'popover',
  scenario: 'three-agents',
  width: 540,
  height: 1254,
  textScale: 1.5,
};

/** `npm run screenshots`: takes the pictures and the recording of the README again. */
await runMain(async () => {
  requireDisplay();
  await mkdir(folder, { recursive: true });
  const bench = await startBrowserBench();
  const save = async (name: string, options: PageOptions, take: (page: Page) => Promise<Buffer>): Promise<void> => {
    const { page, close } = await bench.openPage(options);
    await page.evaluate(() => document.fonts.ready);
    await page.mouse.move(1, 1);
    await page.locator('h1, h2').first().waitFor();
    await page.waitForTimeout(500);
    const bytes = await take(page);
    await writeFile(join(folder, name), bytes);
    console.log(`${name}: ${Math.round(bytes.length / 1000)} kB`);
    await close();
  };
  for (const { name, width = 0, height = 0, ...options } of pictures) {
    const sharp = { ...options, textScale: 2, width: 2 * width, height: 2 * height };
    await save(`${name}.png`, sharp, (page) => page.screenshot({ animations: 'disabled', caret: 'hide' }));
  }
  await save('popover-in-use.png', recording, recordPopover);
  await bench.close();
  return 0;
});
