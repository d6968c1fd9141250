import { describe, expect, it } from 'vitest';
import { createDistribution } from '../../../../shared/forecast/distribution.ts';

/** 1, 2 and 4 with weights of a half, a quarter and a quarter, in no order. */
const values = [
  { value: 4, weight: 1 },
  { value: 1, weight: 2 },
  { value: 2, weight: 1 },
];

describe('a distribution', () => {
  const { quantile, exceeds } = createDistribution(values, 10);

  it('has the smallest value that is not exceeded with a probability, at its scale', () => {
    expect([0, 0.1, 0.5, 0.51, 0.75, 0.76, 1].map((level) => quantile(level))).toEqual([10, 10, 10, 20, 20, 40, 40]);
  });

  it('has the probability of more than a value', () => {
    expect([-1, 9, 10, 15, 20, 39, 40, 99].map((value) => exceeds(value))).toEqual([1, 1, 0.5, 0.5, 0.25, 0.25, 0, 0]);
  });

  it('has one half of ten equal weights, however these add up', () => {
    const ten = Array.from({ length: 10 }, (_, value) => ({ value, weight: 0.24 }));
    expect(
      [0.1, 0.24, 0.7].map((weight) =>
        createDistribution(
          ten.map((each) => ({ ...each, weight })),
          1,
        ).exceeds(4),
      ),
    ).toEqual([0.5, 0.5, 0.5]);
  });

  it('says nothing of no values, and is never negative', () => {
    const none = createDistribution([], 10);
    expect([none.quantile(0.5), none.exceeds(-1), none.exceeds(0)]).toEqual([0, 0, 0]);
    expect(createDistribution([{ value: -3, weight: 1 }], 1).quantile(0.5)).toBe(0);
    expect(createDistribution([{ value: 3, weight: 0 }], 1).exceeds(1)).toBe(0);
  });
});
