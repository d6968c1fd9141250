import { describe, expect, it } from 'vitest';
import {
  formatTyped,
  parseTypedNumber,
  parseTypedWhole,
  toPlainDigits,
} from '../../../../../shared/messages/format/typed-numbers.ts';

const locales = ['en-US', 'de', 'de-CH', 'fr', 'es', 'ja', 'zh', 'ar', 'ar-EG', 'ar-MA'];

describe('parseTypedNumber', () => {
  it.each([
    ['12', 12],
    ['12.50', 12.5],
    ['12,50', 12.5],
    [',5', 0.5],
    ['.5', 0.5],
    ['0.125', 0.125],
    ['0,125', 0.125],
    ['1234,567', 1234.567],
    ['1234.5678', 1234.5678],
    ['1.234,56', 1234.56],
    ['1,234.56', 1234.56],
    ['1.234,567', 1234.567],
    ['1,234,567', 1_234_567],
    ['1.234.567', 1_234_567],
    ['12,34,567', 1_234_567],
    ['12,34,567.5', 1_234_567.5],
    ['1 234,5', 1234.5],
    ['1\u202f234,5', 1234.5],
    ['1’234.5', 1234.5],
    ['١٢٫٥', 12.5],
    ['١٫٠٠٠', 1],
    ['١٬٢٣٤٫٥', 1234.5],
    ['۱۲٫۵', 12.5],
    ['\u200f١٢٫٥\u200f', 12.5],
    ['１２．５', 12.5],
    ['１，２３４，５６７', 1_234_567],
  ])('reads %j alike in every language', (text, value) => {
    for (const locale of locales) expect(parseTypedNumber(text, locale), locale).toBe(value);
  });

  it.each([
    ['1.000', 'en-US', 1],
    ['1.000', 'ar', 1],
    ['1.000', 'de-CH', 1],
    ['1.000', 'de', 'ambiguous'],
    ['1.000', 'fr', 'ambiguous'],
    ['1.000', 'es', 'ambiguous'],
    ['1,000', 'de', 1],
    ['1,000', 'fr', 1],
    ['999,999', 'es', 999.999],
    ['1,000', 'en-US', 'ambiguous'],
    ['1,000', 'ja', 'ambiguous'],
    ['1,000', 'ar-EG', 'ambiguous'],
    ['1.000', 'ar-EG', 'ambiguous'],
  ] as const)('takes %s in %s for %s', (text, locale, value) => {
    expect(parseTypedNumber(text, locale)).toBe(value);
  });

  it.each([
    '',
    ' ',
    '.',
    ',',
    '-1',
    '+1',
    '1e3',
    '0x10',
    'ten',
    '1.2.3',
    '1,2,3',
    '1.',
    '1,50,0',
    '1.234.5',
    '1,2.3',
    '1.23,4',
    '٫',
    '1٫2٫3',
    '1.000٫5.5',
  ])('refuses %j', (text) => {
    for (const locale of locales) expect(parseTypedNumber(text, locale), locale).toBeNull();
  });
});

describe('parseTypedWhole', () => {
  it.each([
    ['220000', 220_000],
    ['220.000', 220_000],
    ['220,000', 220_000],
    ['220 000', 220_000],
    ['٢٢٠٬٠٠٠', 220_000],
    ['1.5', null],
    ['1,50', null],
    ['1.234,567', null],
    ['1,000.5', null],
    ['', null],
  ])('reads %j as %s', (text, value) => {
    expect(parseTypedWhole(text)).toBe(value);
  });
});

it('writes a number so that it reads the same again, in every language', () => {
  for (const locale of locales) {
    for (const value of [0, 0.1, 0.92, 1.125, 12.5, 1000, 1234.567, 1e9, 1e-9, 1520.123456789]) {
      expect(parseTypedNumber(formatTyped(value, locale), locale), `${value} in ${locale}`).toBe(value);
    }
  }
  expect([formatTyped(1234.5, 'en-US'), formatTyped(1234.5, 'de'), formatTyped(12.5, 'ar-EG')]).toEqual([
    '1234.5',
    '1234,5',
    '١٢٫٥',
  ]);
});

it('leaves text without foreign digits as it is', () => {
  expect(toPlainDigits('22:00-07:00')).toBe('22:00-07:00');
  expect(toPlainDigits('٧٥، ٩٠')).toBe('75, 90');
});
