import { describe, expect, it } from 'vitest';
import { formatClockTime, formatDateTime, formatDay, formatMonth } from '../../../../shared/messages/format/dates.ts';
import { usDollar } from '../../../../shared/domain/money.ts';
import { formatMoney } from '../../../../shared/messages/format/money.ts';
import {
  formatBytes,
  formatCompact,
  formatInteger,
  formatPercent,
} from '../../../../shared/messages/format/numbers.ts';

/** Without the special spaces that some versions of the locale data use. */
const plain = (text: string): string => text.replace(/\s/g, ' ');

describe('numbers', () => {
  it.each([
    [0, '0'],
    [950, '950'],
    [1_234, '1.2K'],
    [1_234_567, '1.2M'],
    [999_950, '1M'],
    [3_290_000_000, '3.3B'],
  ])('shows %i tokens as %s', (count, text) => {
    expect(formatCompact(count)).toBe(text);
  });

  it('shows counts to the last digit, in the notation of the locale', () => {
    expect(formatInteger(1_234_567)).toBe('1,234,567');
    expect(formatInteger(1_234_567, 'de-DE')).toBe('1.234.567');
  });

  it.each([
    [0, '0%'],
    [0.2, '<1%'],
    [1, '1%'],
    [74.6, '75%'],
    [99.2, '99%'],
    [99.99, '99%'],
    [100, '100%'],
    [132.4, '132%'],
  ])('shows %d percent as %s', (percent, text) => {
    expect(formatPercent(percent)).toBe(text);
  });

  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1_500, '2 kB'],
    [999_499, '999 kB'],
    [999_600, '1 MB'],
    [12_340_000, '12.3 MB'],
    [412_000_000, '412 MB'],
    [1_234_000_000, '1.2 GB'],
    [7.5e15, '7,500 TB'],
  ])('shows %d bytes as %s', (bytes, text) => {
    expect(plain(formatBytes(bytes))).toBe(text);
  });

  it('names bytes in the language, also when there are none', () => {
    expect(plain(formatBytes(0, 'ar'))).toBe('0 بايت');
    expect(plain(formatBytes(0, 'fr'))).toBe('0 o');
    expect(plain(formatBytes(0, 'ja'))).toBe('0 B');
  });
});

describe('money', () => {
  it('keeps the sign of the dollar at its letters where lines run from right to left', () => {
    expect(formatMoney(12_400_000, usDollar, 'ar')).toBe('\u200f12.40\u00a0US$\u200e');
    expect(formatMoney(12_400_000, usDollar, 'es')).not.toContain('\u200e');
  });

  const euro = { code: 'EUR', perUsd: 0.92 };

  it('shows dollars and cents, and never zero for a small amount', () => {
    expect(formatMoney(12_400_000, usDollar)).toBe('$12.40');
    expect(formatMoney(1_234_567_890, usDollar)).toBe('$1,234.57');
    expect(formatMoney(0, usDollar)).toBe('$0.00');
    expect(formatMoney(9_999, usDollar)).toBe('<$0.01');
    expect(formatMoney(10_000, usDollar)).toBe('$0.01');
  });

  it('converts at the rate, and rounds to the units of the currency', () => {
    expect(formatMoney(12_400_000, euro)).toBe('€11.41');
    // 12.4 x 150.2 = 1862.48: the yen has no decimals, the dinar has three.
    expect(formatMoney(12_400_000, { code: 'JPY', perUsd: 150.2 })).toBe('¥1,862');
    expect(plain(formatMoney(12_400_000, { code: 'KWD', perUsd: 0.3071 }))).toBe('KWD 3.808');
    expect(plain(formatMoney(12_400_000, euro, 'de-DE'))).toBe('11,41 €');
  });

  it('never shows zero for a small amount in any currency', () => {
    expect(formatMoney(10_869, euro)).toBe('<€0.01');
    expect(formatMoney(10_870, euro)).toBe('€0.01');
    expect(formatMoney(6_000, { code: 'JPY', perUsd: 150.2 })).toBe('<¥1');
    expect(formatMoney(0, euro)).toBe('€0.00');
  });

  it.each([
    ['en-US', '$12.40+', '$0.00+'],
    ['de-DE', '12,40 $+', '0,00 $+'],
    ['fr-FR', '12,40 $US+', '0,00 $US+'],
    ['es-ES', '12,40 US$+', '0,00 US$+'],
    ['ja-JP', '$12.40+', '$0.00+'],
    ['zh-CN', 'US$12.40+', 'US$0.00+'],
    ['ar', '\u200f12.40 US$\u200e+', '\u200f0.00 US$\u200e+'],
  ])('ends in a plus in %s if part of it is unknown, and then never says “less than”', (locale, much, little) => {
    expect(plain(formatMoney(12_400_000, usDollar, locale, true))).toBe(much);
    expect(plain(formatMoney(9_999, usDollar, locale, true))).toBe(little);
  });

  it('rounds as people do, not as binary fractions do', () => {
    // 1.15 x 1.1 = 1.265, which is 1.2649999999999999 in binary fractions.
    expect(formatMoney(1_150_000, { code: 'EUR', perUsd: 1.1 })).toBe('€1.27');
  });
});

describe('dates', () => {
  const atMs = Date.parse('2026-05-01T13:05:00Z');

  it('shows clock times of a zone', () => {
    expect(plain(formatClockTime(atMs, 'UTC'))).toBe('1:05 PM');
    expect(plain(formatClockTime(atMs, 'Asia/Kathmandu'))).toBe('6:50 PM');
    expect(plain(formatClockTime(atMs, 'Europe/Berlin', 'de-DE'))).toBe('15:05');
    expect(plain(formatDateTime(atMs, 'America/New_York'))).toBe('May 1, 2026, 9:05 AM');
  });

  it('shows days and months whatever the zone of the machine', () => {
    expect(plain(formatDay('2026-05-01'))).toBe('Fri, May 1, 2026');
    expect(plain(formatMonth('2026-05'))).toBe('May 2026');
  });
});
