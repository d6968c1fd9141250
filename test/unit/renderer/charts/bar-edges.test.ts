import { expect, it } from 'vitest';
import { toBarEdges } from '../../../../renderer/charts/bar-edges.ts';

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
  expect(6 - (right - left)).toBeGreaterThan(1);
  expect((left + right) / 2).toBeCloseTo(20);
});

it('draws a bar of at least a pixel in the narrowest place', () => {
  for (const center of [10, 10.1, 10.5]) {
    const [left, right] = toBarEdges(center, 0.2);
    expect(right - left).toBe(1);
  }
});

it('has crisp edges and one width where gaps are wide', () => {
  const bars = Array.from({ length: 30 }, (_, index) => toBarEdges(10.4 + index * 23.4, 23.4));
  for (const [left, right] of bars) expect([Number.isInteger(left), right - left]).toEqual([true, 18]);
});

it('draws no bar wider than 48 pixels, on a screen of any density', () => {
  for (const ratio of [1, 2]) {
    const [left, right] = toBarEdges(500, 400 * ratio, ratio);
    expect(right - left).toBe(48 * ratio);
  }
});
