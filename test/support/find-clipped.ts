import type { Page } from 'playwright-core';

/**
 * Elements that hide part of their text, except for long names, which are cut on purpose and have a title; boxes that
 * are too small for their text; and cells of a table whose text runs into that of the next one.
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
    for (const row of document.querySelectorAll<HTMLTableRowElement>('#app :not(.visually-hidden) > table tr')) {
      const texts = [...row.cells]
        .map((cell) => {
          const range = document.createRange();
          const box = cell.getBoundingClientRect();
          const isCut = getComputedStyle(cell).overflowX !== 'visible';
          const within = { left: isCut ? box.left : -Infinity, right: isCut ? box.right : Infinity };
          const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
          const rects: DOMRect[] = [];
          while (walker.nextNode() !== null) {
            if (walker.currentNode.parentElement?.closest('.visually-hidden') != null) continue;
            range.selectNodeContents(walker.currentNode);
            rects.push(...range.getClientRects());
          }
          return {
            left: Math.max(within.left, Math.min(...rects.map(({ left }) => left))),
            right: Math.min(within.right, Math.max(...rects.map(({ right }) => right))),
          };
        })
        .filter(({ left, right }) => right > left)
        .sort((a, b) => a.left - b.left);
      const meets = texts.some(({ right }, index) => right + 2 > (texts[index + 1]?.left ?? Infinity));
      if (meets) problems.push(`cells run into each other: ${row.innerText.slice(0, 160)}`);
    }
    if (page.scrollWidth > innerWidth || page.scrollHeight > innerHeight) problems.push('the page itself scrolls');
    const main = document.querySelector('main');
    if (main !== null && main.scrollWidth > main.clientWidth) problems.push('the main area scrolls sideways');
    return problems;
  });
}
