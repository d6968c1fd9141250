import { expect, it } from 'vitest';
import { toBarEdges, toBarWidth } from '../../../../renderer/charts/narrow-bars.ts';

it('lets bars touch at whole pixels where a gap would be less than a pixel', () => {
  const place = 2.3;
  const bars = Array.from({ length: 400 }, (_, index) => toBarEdges(10.4 + index * place, place));
  for (const [index, [left, right]] of bars.entries()) {
    expect(Number.isInteger(left)).toBe(true);
    expect(right).toBe(bars[index + 1]?.[0] ?? right);
    expect(right - left).toBeGreaterThanOrEqual(2);
  }
});

it('leaves a gap as soon as there is room for one, as wide bars have it', () => {
  const [left, right] = toBarEdges(20, 6);
  expect(right - left).toBeCloseTo(toBarWidth(6));
  expect(6 - (right - left)).toBeGreaterThan(1);
  expect((left + right) / 2).toBeCloseTo(20);
});

it('draws a bar of at least a pixel in the narrowest place', () => {
  expect(toBarWidth(0.2)).toBe(1);
});
