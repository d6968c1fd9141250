import { expect, it } from 'vitest';
import { findLonelyPoints } from '../../../../renderer/charts/lonely-points.ts';

it('finds the values that no line shows', () => {
  expect(findLonelyPoints([5])).toEqual([0]);
  expect(findLonelyPoints([1, 2, null, 3, null, 0])).toEqual([3, 5]);
  expect(findLonelyPoints([1, 2, 3, null])).toEqual([]);
  expect(findLonelyPoints([])).toEqual([]);
});
