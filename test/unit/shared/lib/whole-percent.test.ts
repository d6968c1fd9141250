import { expect, it } from 'vitest';
import { toWholePercent } from '../../../../shared/lib/whole-percent.ts';

it('rounds so that used and left add up to 100', () => {
  for (let tenths = 10; tenths <= 990; tenths++) {
    expect([tenths, toWholePercent(tenths / 10) + toWholePercent((1_000 - tenths) / 10)]).toEqual([tenths, 100]);
  }
});

it.each([
  [0, 0],
  [0.2, 1],
  [59.5, 60],
  [40.5, 40],
  [99.6, 99],
  [100, 100],
  [150.4, 150],
])('rounds %d to %d', (percent, whole) => {
  expect(toWholePercent(percent)).toBe(whole);
});
