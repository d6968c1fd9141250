import { describe, expect, it } from 'vitest';
import { createMessages } from '../../../../shared/messages/catalogue.ts';

describe('createMessages', () => {
  it('writes numbers and dates as the locale does', () => {
    const german = createMessages('de-DE').format;
    expect(german.integer(1_234_567)).toBe('1.234.567');
    expect(german.percent(82)).toBe('82\u00a0%');
    expect(createMessages().format.integer(1_234_567)).toBe('1,234,567');
  });

  it('speaks English where a language is not translated', () => {
    expect(createMessages('de-DE').tray.menu.quit).toBe(createMessages().tray.menu.quit);
  });

  it('refuses what is not a locale', () => {
    expect(() => createMessages('not a locale')).toThrow(RangeError);
  });

  it.each([
    [0, 'files'],
    [1, 'file'],
    [2, 'files'],
  ])('picks the plural form for %d', (count, form) => {
    expect(createMessages().format.plural(count, { one: 'file', other: 'files' })).toBe(form);
  });

  it('falls back on the general form where a category has none', () => {
    // In Polish 2 is `few`.
    expect(createMessages('pl').format.plural(2, { one: 'plik', other: 'plików' })).toBe('plików');
    expect(createMessages('pl').format.plural(2, { one: 'plik', few: 'pliki', other: 'plików' })).toBe('pliki');
  });

  it('joins lists as a sentence does', () => {
    expect(createMessages().format.list(['a', 'b', 'c'])).toBe('a, b, and c');
  });
});

describe('units', () => {
  const { units } = createMessages();

  it.each([
    [59_000, '<1 min'],
    [60_000, '1 min'],
    [8_000_000, '2 h 13 min'],
    [3_600_000, '1 h'],
    [108_000_000, '1 d 6 h'],
  ])('gives %d ms as %s', (lengthMs, text) => expect(units.duration(lengthMs)).toBe(text));

  it('says when', () => {
    expect([units.until(0), units.until(300_000)]).toEqual(['now', 'in 5 min']);
    expect([units.ago(59_000), units.ago(300_000), units.ago(-1)]).toEqual(['just now', '5 min ago', 'just now']);
  });

  it.each([
    [300, null, '5-hour limit'],
    [1_440, null, 'daily limit'],
    [10_080, 'Opus', 'Opus weekly limit'],
    [43_200, null, '30-day limit'],
    [90, null, '90-minute limit'],
    [null, null, 'credits'],
    [null, 'Extra', 'Extra credits'],
  ])('names a window of %s minutes', (windowMinutes, label, text) =>
    expect(units.limitWindow({ windowMinutes, scope: 'credits', label })).toBe(text),
  );
});
