import { describe, expect, it } from 'vitest';
import { parseCurrencyCode, parseRate } from '../../../../../../renderer/features/settings/cost/cost-settings.ts';

describe('parseCurrencyCode', () => {
  it('accepts a currency code in any case, and no other text', () => {
    expect(parseCurrencyCode(' eur ')).toEqual({ ok: true, value: 'EUR' });
    expect(parseCurrencyCode('euros').ok).toBe(false);
  });
});

describe('parseRate', () => {
  it.each([
    ['0.92', 0.92],
    [' 1520.5 ', 1520.5],
    ['.5', 0.5],
    ['0,92', 0.92],
    ['٠٫٩٢', 0.92],
  ])('reads %j', (text, value) => {
    expect(parseRate(text)).toEqual({ ok: true, value });
  });

  it.each(['', '0', '-1', '1,000', '1e3', 'much', '1e-12'])('refuses %j', (text) => {
    expect(parseRate(text).ok).toBe(false);
  });
});
