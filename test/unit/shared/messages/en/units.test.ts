import { describe, expect, it } from 'vitest';
import { usDollar } from '../../../../../shared/domain/money.ts';
import { createMessages } from '../../../../../shared/messages/catalogue.ts';

const { units } = createMessages();
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

describe('units', () => {
  it.each([
    [0, '<1 min'],
    [59_999, '<1 min'],
    [minute, '1 min'],
    [hour - 1, '59 min'],
    [hour, '1 h'],
    [2 * hour + 13 * minute, '2 h 13 min'],
    [day, '1 d'],
    [day + 59 * minute, '1 d'],
    [day + 6 * hour, '1 d 6 h'],
    [3 * day + 5 * hour, '3 d 5 h'],
  ])('gives %i ms as %s', (lengthMs, text) => expect(units.duration(lengthMs)).toBe(text));

  it('says when', () => {
    expect([5 * minute, 10, 0, -1].map(units.until)).toEqual(['in 5 min', 'in <1 min', 'now', 'now']);
    expect([5 * minute, 59_999, -hour].map(units.ago)).toEqual(['5 min ago', 'just now', 'just now']);
  });

  it('gives rates and costs', () => {
    expect(units.perMinute(12_432)).toBe('12.4K/min');
    expect(units.apiEquivalent(3_400_000, usDollar)).toBe('$3.40 API-equivalent');
    expect(units.apiEquivalent(3_400_000, { code: 'EUR', perUsd: 0.92 })).toBe('€3.13 API-equivalent');
  });

  it.each([
    [300, null, '5-hour limit'],
    [1_440, null, 'daily limit'],
    [10_080, null, 'weekly limit'],
    [43_200, null, '30-day limit'],
    [90, null, '90-minute limit'],
    [10_080, 'GPT-5.3-Codex-Spark', 'GPT-5.3-Codex-Spark weekly limit'],
    [null, null, 'credits'],
    [null, 'Extra', 'Extra credits'],
  ])('names a window of %s minutes (%s): %s', (windowMinutes, label, text) =>
    expect(units.limitWindow({ windowMinutes, scope: 'credits', label })).toBe(text),
  );

  it.each([
    [1_250, 'credits', '1.3K credits'],
    [1, 'credits', '1 credit'],
    [17.5, 'usd', '$17.50'],
  ] as const)('gives a limit of %d %s as %s', (value, unit, text) => expect(units.limitAmount(value, unit)).toBe(text));
});
