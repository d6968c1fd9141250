import { describe, expect, it } from 'vitest';
import { createHeatLevels } from '../../../renderer/charts/heat-levels.ts';
import { toStack } from '../../../renderer/charts/stack.ts';
import { isContinued, pan, showAt, toZoomFactor, zoomAt } from '../../../renderer/charts/zoom.ts';

it('stacks draw the whole bar first, and never a part of nothing', () => {
  const series = [0, 1].map((color) => ({ id: String(color), label: '', title: '', color, total: 1 }));
  const bars = [
    [3, 4],
    [0, 5],
    [2, 0],
  ].map((values, index) => ({ key: String(index), label: '', title: '', values }));
  expect(toStack(bars, series).map(({ color, values }) => [color, ...values])).toEqual([
    ['--series-1', 7, 5, null],
    ['--series-0', 3, null, 2],
  ]);
});

describe('zoom', () => {
  const whole = { min: 0, max: 100 };

  it('keeps the place under the cursor, and stays within the whole', () => {
    expect(zoomAt(whole, whole, 25, 0.5, 1)).toEqual({ min: 12.5, max: 62.5 });
    expect(zoomAt({ min: 0, max: 50 }, whole, 0, 0.5, 1)).toEqual({ min: 0, max: 25 });
    expect(zoomAt({ min: 80, max: 90 }, whole, 80, 4, 1)).toEqual({ min: 60, max: 100 });
  });

  it('shows everything when that is what is left, and no less than the smallest part', () => {
    expect(zoomAt({ min: 10, max: 90 }, whole, 50, 2, 1)).toBeNull();
    expect(zoomAt({ min: 40, max: 44 }, whole, 42, 0.1, 3)).toEqual({ min: 40.5, max: 43.5 });
  });

  it('stays when an axis of time goes on, but not when bars or the beginning are others', () => {
    expect(isContinued(whole, { min: 0, max: 101 }, false)).toBe(true);
    expect(isContinued(whole, { min: 0, max: 99 }, false)).toBe(false);
    expect(isContinued(whole, { min: 1, max: 101 }, false)).toBe(false);
    expect(isContinued(whole, { min: 0, max: 101 }, true)).toBe(false);
    expect(isContinued(whole, { ...whole }, true)).toBe(true);
  });

  it('pans no further than the whole', () => {
    expect(pan({ min: 10, max: 30 }, whole, 0.5)).toEqual({ min: 20, max: 40 });
    expect(pan({ min: 10, max: 30 }, whole, -1)).toEqual({ min: 0, max: 20 });
    expect(pan({ min: 70, max: 90 }, whole, 1)).toEqual({ min: 80, max: 100 });
  });
});

it('shades go by rank, so that one outlier does not make all others pale', () => {
  const levelOf = createHeatLevels([1, 2, 3, 1_000, 0]);
  expect([0, 1, 2, 3, 1_000].map(levelOf)).toEqual([0, 1, 2, 3, 4]);
  expect(createHeatLevels([])(5)).toBe(0);
});

describe('showAt', () => {
  const whole = { min: -0.5, max: 99.5 };
  const shown = { min: 39.5, max: 49.5 };

  it.each([
    [44, 39.5],
    [40, 39.5],
    [39, 38.5],
    [50, 40.5],
    [0, -0.5],
    [99, 89.5],
  ])('moves no further than needed to show %i: from %d', (at, min) => {
    expect(showAt(shown, whole, at, 0.5)).toEqual({ min, max: min + 10 });
  });
});

describe('toZoomFactor', () => {
  it('accepts keys on and off the number pad, and ignores shortcuts of the window', () => {
    const factor = (key: string, ctrlKey = false): number | null =>
      toZoomFactor({ key, ctrlKey, metaKey: false, altKey: false });
    expect(['+', '=', '-', '_', 'a'].map((key) => factor(key))).toEqual([0.5, 0.5, 2, 2, null]);
    expect(factor('+', true)).toBeNull();
  });
});
