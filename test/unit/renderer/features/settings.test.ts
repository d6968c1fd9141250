import { describe, expect, it } from 'vitest';
import {
  cadenceOptions,
  findTimeZone,
  parseCurrencyCode,
  parseLimitValue,
  parseRate,
  parseThresholds,
} from '../../../../renderer/features/settings/view-model.ts';

describe('parseThresholds', () => {
  it('sorts thresholds, however they are separated', () => {
    expect(parseThresholds('90%, 75;75')).toEqual({ ok: true, value: [75, 90] });
    expect(parseThresholds('٧٥، ٩٠٪')).toEqual({ ok: true, value: [75, 90] });
    expect(parseThresholds('')).toEqual({ ok: true, value: [] });
  });

  it.each(['0', '101', '7.5', '7٫5', 'many', '1 2 3 4 5 6'])('refuses %s', (text) => {
    expect(parseThresholds(text).ok).toBe(false);
  });
});

describe('parseLimitValue', () => {
  it('accepts grouped digits, either decimal mark and a dollar sign', () => {
    expect(parseLimitValue('$1,234.5', 'usd')).toEqual({ ok: true, value: 1234.5 });
    expect(parseLimitValue('12,50', 'usd')).toEqual({ ok: true, value: 12.5 });
    expect(parseLimitValue('.5', 'usd')).toEqual({ ok: true, value: 0.5 });
    expect(parseLimitValue('220 000', 'tokens')).toEqual({ ok: true, value: 220_000 });
  });

  it('separates thousands of what has no decimals, and does not guess where there may be some', () => {
    expect(parseLimitValue('220.000', 'tokens')).toEqual({ ok: true, value: 220_000 });
    expect(parseLimitValue('220,000', 'requests')).toEqual({ ok: true, value: 220_000 });
    expect(parseLimitValue('220,000', 'usd')).toMatchObject({ error: expect.stringContaining('“220,000”') as string });
  });

  it.each(['', '.', '0', '-3', 'much', '1.2.3', '1,50,0', '10000000000000'])('refuses %j', (text) => {
    expect(parseLimitValue(text, 'usd').ok).toBe(false);
    expect(parseLimitValue(text, 'tokens').ok).toBe(false);
  });
});

describe('parseCurrencyCode', () => {
  it('accepts a code in any case, and nothing else', () => {
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

describe('findTimeZone', () => {
  const zones = ['Europe/Berlin', 'America/New_York', 'America/Indiana/Knox', 'America/Knox'];

  it.each([
    ['europe/berlin', 'Europe/Berlin'],
    ['new york', 'America/New_York'],
    ['  System ', 'system'],
    ['', 'system'],
    ['knox', null],
    ['Atlantis', null],
  ])('%j means %j', (text, zone) => {
    expect(findTimeZone(text, zones)).toBe(zone);
  });
});

describe('cadenceOptions', () => {
  it('keeps numbers as numbers', () => {
    expect(cadenceOptions.map(({ cadence }) => cadence)).toEqual(['auto', 5, 15, 30, 60]);
  });
});
