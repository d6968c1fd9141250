import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startBrowserBench, type PageOptions } from '../test/support/browser-page.ts';
import { requireDisplay } from './lib/desktop.ts';
import { repositoryRoot } from './lib/paths.ts';
import { runMain } from './lib/plain-failure.ts';

const folder = join(repositoryRoot, '.github', 'images');

/** The pictures of the README: the pages as they are, on the made-up data of a scenario, twice as sharp. */
const pictures: readonly (PageOptions & { readonly name: string })[] = [
  { name: 'popover', surface: 'popover', scenario: 'three-agents', width: 360, height: 836 },
  { name: 'popover-dark', surface: 'popover', scenario: 'three-agents', width: 360, height: 836, colorScheme: 'dark' },
  { name: 'overview', surface: 'main-window', scenario: 'normal', width: 1040, height: 720, hash: '#overview' },
];

/** `npm run screenshots`: takes the pictures of the README again. */
await runMain(async () => {
  requireDisplay();
  await mkdir(folder, { recursive: true });
  const bench = await startBrowserBench();
  for (const { name, ...options } of pictures) {
    const { page, close } = await bench.openPage({
      ...options,
      textScale: 2,
      width: 2 * (options.width ?? 0),
      height: 2 * (options.height ?? 0),
    });
    await page.evaluate(() => document.fonts.ready);
    await page.mouse.move(1, 1);
    await page.locator('h1, h2').first().waitFor();
    await page.waitForTimeout(500);
    await writeFile(join(folder, `${name}.png`), await page.screenshot({ animations: 'disabled', caret: 'hide' }));
    console.log(`${name}.png`);
    await close();
  }
  await bench.close();
  return 0;
});
