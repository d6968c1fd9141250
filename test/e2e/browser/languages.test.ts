import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { views } from '../../../shared/contract/views.ts';
import { defaultSettings } from '../../../shared/settings/defaults.ts';
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
    // A path in a sentence begins at its left, whichever way the lines run.
    const starts = await page.evaluate(() => {
      const text = document.querySelector('.notice .private')?.firstChild;
      return [0, 1].map((place) => {
        const range = document.createRange();
        range.setStart(text ?? document, place);
        range.setEnd(text ?? document, place + 1);
        return range.getBoundingClientRect().left;
      });
    });
    expect(starts).toEqual(starts.toSorted((one, other) => one - other));
    await close();
  });

  it('the state of a narrow popover stands beside its sentence, whose words stay whole', async () => {
    const look = { ...common, surface: 'popover', scenario: 'normal', width: 280 } as const;
    const { page, close } = await bench.openPage(look);
    await page.locator('header .badge').waitFor();
    // In another font, a word is wider.
    await page.waitForFunction(() => document.fonts.status === 'loaded');
    const { state, words } = await page.evaluate(() => {
      const range = document.createRange();
      const text = document.createTreeWalker(document.querySelector('h1') ?? document, NodeFilter.SHOW_TEXT).nextNode();
      const found = [...(text?.textContent ?? '').matchAll(/\S+/g)].map(({ 0: word, index }) => {
        range.setStart(text ?? document, index);
        range.setEnd(text ?? document, index + word.length);
        return [...range.getClientRects()].map((box) => box.toJSON() as DOMRect);
      });
      return {
        state: document.querySelector('header .icon')?.getBoundingClientRect().toJSON() as DOMRect,
        words: found,
      };
    });
    expect(words.length).toBeGreaterThan(1);
    for (const lines of words) {
      expect(lines).toHaveLength(1);
      const isBeside = lines.every(
        ({ left, right, top, bottom }) =>
          right <= state.left || left >= state.right || top >= state.bottom || bottom <= state.top,
      );
      expect(isBeside).toBe(true);
    }
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

describe.each(languages)('the small pages, in $language', ({ language, direction }) => {
  it.each([
    { width: 240, textScale: 1 },
    { width: 480, textScale: 2 },
  ])('the gauge clips nothing: $width px', async (look) => {
    const size = { ...look, height: look.width / 2 };
    const { page, complaints, close } = await bench.openPage({
      ...size,
      language,
      surface: 'gauge',
      scenario: 'critical',
    });
    expect(await page.evaluate(() => document.documentElement.dir)).toBe(direction);
    await page.locator('main button').first().waitFor();
    expect([await findClipped(page), complaints]).toEqual([[], []]);
    await close();
  });

  it.each([
    { width: 360, textScale: 1 },
    { width: 280, textScale: 2 },
  ])('the first run clips nothing: $width px', async (look) => {
    const settings = { desktop: { ...defaultSettings.desktop, showsWelcome: true } };
    const options = { ...look, language, settings, surface: 'popover', scenario: 'normal' } as const;
    const { page, complaints, close } = await bench.openPage(options);
    await page.locator('main h2').first().waitFor();
    expect([await findClipped(page), complaints]).toEqual([[], []]);
    await close();
  });
});

it.each(['de-DE', 'es', 'ar'])('figures and heads of narrow tables do not run together, in %s', async (language) => {
  const look = { language, surface: 'main-window', scenario: 'normal', width: 480 } as const;
  const { page, close } = await bench.openPage({ ...look, hash: '#compare?tab=cache' });
  await page.getByText('claude-haiku-4-5').first().waitFor();
  expect(await findClipped(page)).toEqual([]);
  await close();
});

it('names that run from left to right keep their beginning where lines run from right to left', async () => {
  const look = { language: 'ar', scenario: 'normal', surface: 'main-window', hash: '#explore' } as const;
  const { page, close } = await bench.openPage(look);
  await page.getByText('a-rather-long-name').first().waitFor();
  // Where the first letter of each long name is, from the edge of its box.
  const starts = await page.evaluate(() =>
    [...document.querySelectorAll('main :is(.ellipsis, .long-name > .head)')]
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

describe('where lines run from right to left', () => {
  const look = { language: 'ar', surface: 'main-window', scenario: 'normal' } as const;

  it.each(['#processes', '#compare'])('names begin where their column begins, in %s', async (hash) => {
    const { page, close } = await bench.openPage({ ...look, hash });
    await page.locator('tbody th.ellipsis').first().waitFor();
    const gaps = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('tbody th.ellipsis')].map((cell) => {
        const range = document.createRange();
        range.selectNodeContents(cell);
        return cell.getBoundingClientRect().right - range.getBoundingClientRect().right;
      }),
    );
    expect(Math.max(...gaps)).toBeLessThan(4);
    await close();
  });

  it('the words of a chart run as the page does, its time does not, and the way back points to the right', async () => {
    const { page, close } = await bench.openPage({ ...look, hash: '#explore?session=s&source=claude-code' });
    const caption = page.locator('figcaption').first();
    await caption.waitFor();
    const directionOf = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => getComputedStyle(element).direction);
    expect([await directionOf('figcaption'), await directionOf('figure .plot')]).toEqual(['rtl', 'ltr']);
    expect(
      await page
        .locator('.head button svg')
        .first()
        .evaluate((icon) => getComputedStyle(icon).scale),
    ).toBe('-1 1');
    await close();
  });

  it('the labels of a heatmap have their figures at the right, before their words', async () => {
    const { page, close } = await bench.openPage({ ...look, hash: '#overview' });
    const label = page.locator('svg text', { hasText: /\d/ }).first();
    await label.waitFor();
    const order = await label.evaluate((element) => {
      const [text] = element.childNodes;
      const edgeOf = (pattern: RegExp): number => {
        const range = document.createRange();
        range.setStart(text!, text!.textContent!.search(pattern));
        range.setEnd(text!, range.startOffset + 1);
        return range.getBoundingClientRect().left;
      };
      return edgeOf(/\d/) - edgeOf(/[\u0621-\u064a]/);
    });
    expect(order).toBeGreaterThan(0);
    await close();
  });

  it('the name of a plan keeps its order', async () => {
    const { page, close } = await bench.openPage({ ...look, hash: '#compare?tab=whatIf' });
    const plan = page.getByText('Claude Max 20×');
    // The sign of multiplication stands behind the figure: further to the right.
    expect(
      await plan.evaluate((element) => {
        const text = element.firstChild!;
        const edge = (at: number): number => {
          const range = document.createRange();
          range.setStart(text, at);
          range.setEnd(text, at + 1);
          return range.getBoundingClientRect().left;
        };
        const { length } = text.textContent!;
        return edge(length - 1) > edge(0);
      }),
    ).toBe(true);
    await close();
  });
});
