import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundLabel } from '../../../../../main/server/metrics/label-bound.ts';

describe('the bound of a label', () => {
  it('keeps the values that came first, and counts the others', () => {
    const { toLabel, folded } = boundLabel(['a', 'b', 'a', null, 'c', 'd'], 2);
    expect(['a', 'b', 'c', 'd', null].map(toLabel)).toEqual(['a', 'b', 'other', 'other', '']);
    expect(folded).toBe(2);
  });

  it('keeps the name of every value when others come later', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.array(fc.string()), fc.nat({ max: 5 }), (early, late, max) => {
        const [before, after] = [boundLabel(early, max), boundLabel([...early, ...late], max)];
        for (const value of early)
          if (before.toLabel(value) !== 'other') expect(after.toLabel(value)).toBe(before.toLabel(value));
        expect(new Set([...early, ...late].map(after.toLabel)).size).toBeLessThanOrEqual(max + 1);
      }),
    );
  });
});
