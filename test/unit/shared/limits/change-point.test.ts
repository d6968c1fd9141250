import { describe, expect, it } from 'vitest';
import { findChangePoint } from '../../../../shared/limits/change-point.ts';

describe('findChangePoint', () => {
  it('finds where the level changed, with the rank sum in standard deviations', () => {
    const fall = findChangePoint([8, 9, 10, 1, 2, 3], 2)!;
    expect(fall.index).toBe(3);
    // Ranks 4, 5 and 6 against a mean of 3.5: 4.5 above it, of a variance of 3.5 · 3 · 3 / 6.
    expect(fall.score).toBeCloseTo(4.5 / Math.sqrt((3.5 * 9) / 6));
    expect(findChangePoint([1, 2, 3, 8, 9, 10], 2)!.score).toBeCloseTo(-fall.score);
  });

  it('looks at ranks only: one huge value changes nothing', () => {
    expect(findChangePoint([8, 9, 1e9, 1, 2, 3], 2)).toEqual(findChangePoint([8, 9, 10, 1, 2, 3], 2));
  });

  it('gives equal values the mean of their ranks', () => {
    const found = findChangePoint([2, 2, 2, 1, 1, 1], 1)!;
    expect(found.index).toBe(3);
    // Ranks 5 and 2: three times 1.5 above the mean, of a variance of 2.7 · 3 · 3 / 6.
    expect(found.score).toBeCloseTo(4.5 / Math.sqrt((2.7 * 9) / 6));
  });

  it('leaves both sides their least number of values', () => {
    expect(findChangePoint([9, 1, 2, 3, 4, 5], 1)?.index).toBe(1);
    expect(findChangePoint([9, 1, 2, 3, 4, 5], 2)?.index).not.toBe(1);
    expect(findChangePoint([9, 1, 2], 2)).toBeNull();
    expect(findChangePoint([1, 2, 3, 4], 2)?.index).toBe(2);
  });

  it('says nothing of what never differs, or is not there', () => {
    expect(findChangePoint([5, 5, 5, 5], 1)).toBeNull();
    expect(findChangePoint([], 1)).toBeNull();
    expect(findChangePoint([1], 1)).toBeNull();
  });
});
