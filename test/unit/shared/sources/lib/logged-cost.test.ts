import { describe, expect, it } from 'vitest';
import { toLoggedCost } from '../../../../../shared/sources/lib/logged-cost.ts';

describe('a logged cost', () => {
  it.each([
    [0.0125, 12_500],
    [1e6, 1e12],
    [0, null],
    [4e-7, null],
    [-1, null],
    [1e7, null],
    [Number.NaN, null],
    ['0.5', null],
    [undefined, null],
  ])('of %s is %s micro-dollars', (value, expected) => {
    expect(toLoggedCost(value)).toBe(expected);
  });
});
