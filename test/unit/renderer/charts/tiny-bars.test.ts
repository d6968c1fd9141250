import { expect, it } from 'vitest';
import { isTinyTotal, isTopPart } from '../../../../renderer/charts/tiny-bars.ts';

it('knows the top of a stack, whether parts above it are absent or nothing', () => {
  const above = [
    [5, null, 0],
    [null, undefined, null],
  ];
  expect([0, 1, 2].map((index) => isTopPart(above, index))).toEqual([false, true, true]);
  expect(isTopPart([], 0)).toBe(true);
});

it('draws a whole stack that is lower than a pixel as one, but not its parts, and not nothing', () => {
  expect(isTinyTotal(3, true, 0.2)).toBe(true);
  expect(isTinyTotal(3, false, 0.2)).toBe(false);
  expect(isTinyTotal(0, true, 0)).toBe(false);
  expect(isTinyTotal(3, true, 1)).toBe(false);
});
