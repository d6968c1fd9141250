import { describe, expect, it } from 'vitest';
import { quantileOf, weightedQuantile } from '../../../../shared/forecast/quantile.ts';

describe('quantileOf', () => {
  it('is linear between ranks, whatever the order', () => {
    expect([0, 0.125, 0.5, 0.9, 1].map((level) => quantileOf([50, 10, 40, 20, 30], level))).toEqual([
      10, 15, 30, 46, 50,
    ]);
    expect(quantileOf([7], 0.9)).toBe(7);
  });

  it('of no values is not a number', () => {
    expect(quantileOf([], 0.5)).toBeNaN();
  });
});

describe('weightedQuantile', () => {
  const values = [
    { value: 100, weight: 1 },
    { value: 9, weight: 2 },
    { value: 20, weight: 1 },
  ];

  it('is the smallest value that so much of the weight does not exceed, whatever the order', () => {
    expect([0, 0.5, 0.51, 0.75, 0.76, 1].map((level) => weightedQuantile(values, level))).toEqual([
      9, 9, 20, 20, 100, 100,
    ]);
  });

  it('of no values is not a number', () => {
    expect(weightedQuantile([], 0.5)).toBeNaN();
  });
});
