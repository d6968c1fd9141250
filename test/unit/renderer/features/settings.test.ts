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
    expect(parseThresholds('')).toEqual({ ok: true, value: [] });
  });

  it.each(['0', '101', '7.5', 'many', '1 2 3 4 5 6'])('refuses %s', (text) => {
    expect(parseThresholds(text).ok).toBe(false);
  });
});

describe('parseLimitValue', () => {
  it('accepts grouped digits and a dollar sign', () => {
    expect(parseLimitValue('$1,234.5')).toEqual({ ok: true, value: 1234.5 });
    expect(parseLimitValue('220 000')).toEqual({ ok: true, value: 220_000 });
    expect(parseLimitValue('.5')).toEqual({ ok: true, value: 0.5 });
  });

  // Ignoring the comma would turn a price like 12,50 into 1250.
  it.each(['', '.', '0', '-3', 'much', '12,50', '1,2345', ',500', '10000000000000'])('refuses %j', (text) => {
    expect(parseLimitValue(text).ok).toBe(false);
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
  ])('reads %j', (text, value) => {
    expect(parseRate(text)).toEqual({ ok: true, value });
  });

  // For some people a comma is a decimal point: ignoring it, as in other numbers, would turn 0,92 into 92.
  it.each(['', '0', '-1', '0,92', '1e3', 'much', '1e-12'])('refuses %j', (text) => {
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
