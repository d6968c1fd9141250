import { describe, expect, it } from 'vitest';
import { toCount, toCounts } from '../../../../../shared/sources/lib/token-count.ts';

describe('a token count', () => {
  it('is a whole number from 0 to 10^12, and zero if it is missing', () => {
    expect([7, 0, 1e12, undefined, null].map(toCount)).toEqual([7, 0, 1e12, 0, 0]);
    for (const value of [-1, 1.5, 1e12 + 1, '7', true, Number.NaN, Infinity]) expect(toCount(value)).toBeNull();
    expect(Object.is(toCount(-0), 0)).toBe(true);
  });

  it('makes all counts in a group unreadable if it is damaged', () => {
    expect(toCounts({ a: 1, b: null, other: 'x' }, ['a', 'b', 'c'])).toEqual({ a: 1, b: 0, c: 0 });
    expect(toCounts({ a: 1, b: '2' }, ['a', 'b'])).toBeNull();
  });
});
