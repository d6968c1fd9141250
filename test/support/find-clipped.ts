import type { Page } from 'playwright-core';

/**
 * Elements that hide part of their text, except for long names, which are cut on purpose and have a title; and boxes
 * that are too small for their text.
 */
export async function findClipped(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const clipped = [...document.querySelectorAll<HTMLElement>('#app *')].filter((element) => {
      const style = getComputedStyle(element);
      const hides = ['hidden', 'clip'].includes(style.overflowX) && style.textOverflow !== 'ellipsis';
      return (
        hides &&
        style.clipPath === 'none' &&
        element.localName !== 'main' &&
        element.scrollWidth > element.clientWidth + 1
      );
    });
    const page = document.documentElement;
    const problems = clipped.map((element) => `clips: ${element.outerHTML.slice(0, 160)}`);
    const boxes = [...document.querySelectorAll<HTMLElement>('#app *')].filter(
      (element) => getComputedStyle(element).borderLeftStyle === 'solid' && element.clientWidth > 0,
    );
    for (const box of boxes) {
      if (getComputedStyle(box).overflowX !== 'visible' || box.scrollWidth <= box.clientWidth + 1) continue;
      problems.push(`spills over its border: ${box.outerHTML.slice(0, 160)}`);
    }
    if (page.scrollWidth > innerWidth || page.scrollHeight > innerHeight) problems.push('the page itself scrolls');
    const main = document.querySelector('main');
    if (main !== null && main.scrollWidth > main.clientWidth) problems.push('the main area scrolls sideways');
    return problems;
  });
}
