import { describe, expect, it } from 'vitest';
import { toCurrency, toUsd } from '../../../../shared/domain/money.ts';

describe('money', () => {
  it('is dollars with at most six decimals, and unknown stays unknown', () => {
    expect([0, 1, 1_234_567].map((amount) => toUsd(amount))).toEqual([0, 0.000001, 1.234567]);
    expect(toUsd(null)).toBeNull();
  });

  it('is shown in another currency without binary noise', () => {
    // 1.1 x 1.1 is 1.2100000000000002 in binary.
    expect(toCurrency(1_100_000, { code: 'EUR', perUsd: 1.1 })).toBe(1.21);
  });
});
