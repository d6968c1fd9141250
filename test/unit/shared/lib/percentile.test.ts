import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toPercentile } from '../../../../shared/lib/percentile.ts';

describe('toPercentile', () => {
  it('is linear between the nearest values', () => {
    expect(toPercentile([10, 20], 90)).toBe(19);
    expect(toPercentile([5, 1, 4, 2, 3], 50)).toBe(3);
    expect(toPercentile([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], 90)).toBe(10);
    expect(toPercentile([7], 90)).toBe(7);
    expect(toPercentile([], 90)).toBeNaN();
  });

  it('lies within the values, and rises with the percentage', () => {
    const values = fc.array(fc.integer({ min: -1e6, max: 1e6 }), { minLength: 1 });
    fc.assert(
      fc.property(values, fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }), (list, left, right) => {
        const [low, high] = [Math.min(left, right), Math.max(left, right)].map((percent) =>
          toPercentile(list, percent),
        );
        expect(low!).toBeGreaterThanOrEqual(Math.min(...list));
        expect(high!).toBeLessThanOrEqual(Math.max(...list));
        expect(low!).toBeLessThanOrEqual(high! + 1e-6);
      }),
    );
  });
});
