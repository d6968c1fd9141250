import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { views } from '../../../shared/contract/views.ts';
import { startBrowserBench, type BrowserBench } from '../../support/browser-page.ts';
import { findClipped } from '../../support/find-clipped.ts';

let bench: BrowserBench;
beforeAll(async () => {
  bench = await startBrowserBench();
});
afterAll(() => bench.close());

/** The longest words, and lines that run from right to left. */
const languages = [
  { language: 'de-DE', direction: 'ltr' },
  { language: 'ar', direction: 'rtl' },
] as const;

describe.each(languages)('at twice the text size, in $language', ({ language, direction }) => {
  const common = { language, textScale: 2 } as const;

  it('the popover clips nothing and does not scroll sideways', async () => {
    const { page, complaints, close } = await bench.openPage({ ...common, surface: 'popover', scenario: 'critical' });
    expect(await page.evaluate(() => document.documentElement.dir)).toBe(direction);
    await page.locator('main h2').first().waitFor();
    await expect.poll(() => findClipped(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });

  it('no view of the main window clips anything or scrolls sideways', async () => {
    const { page, complaints, close } = await bench.openPage({
      ...common,
      surface: 'main-window',
      scenario: 'critical',
    });
    const heading = page.locator('main h2').first();
    for (const view of views) {
      // The page begins with the first one.
      const before = view === views[0] ? null : await heading.elementHandle();
      await page.evaluate((hash) => void (location.hash = hash), view);
      await before?.waitForElementState('hidden');
      await heading.waitFor();
      await expect.poll(async () => [view, ...(await findClipped(page))]).toEqual([view]);
    }
    expect(complaints).toEqual([]);
    await close();
  });
});

it('names that run from left to right keep their beginning where lines run from right to left', async () => {
  const look = { language: 'ar', scenario: 'normal', surface: 'main-window', hash: '#explore' } as const;
  const { page, close } = await bench.openPage(look);
  await page.getByText('a-rather-long-name').first().waitFor();
  // Where the first letter of each long name is, from the edge of its box.
  const starts = await page.evaluate(() =>
    [...document.querySelectorAll('main .ellipsis')]
      .filter((element) => element.scrollWidth > element.clientWidth + 1)
      .map((element) => {
        const range = document.createRange();
        range.setStart(document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode() ?? element, 0);
        range.setEnd(range.startContainer, 1);
        return range.getBoundingClientRect().left - element.getBoundingClientRect().left;
      }),
  );
  expect(starts.length).toBeGreaterThan(1);
  expect(Math.min(...starts)).toBeGreaterThanOrEqual(0);
  await close();
});
