import { describe, expect, it } from 'vitest';
import { createMessages } from '../../../../shared/messages/catalogue.ts';

describe('createMessages', () => {
  it('writes numbers and dates as the locale does', () => {
    const german = createMessages('de-DE').format;
    expect(german.integer(1_234_567)).toBe('1.234.567');
    expect(german.percent(82)).toBe('82\u00a0%');
    expect(createMessages().format.integer(1_234_567)).toBe('1,234,567');
  });

  it('is English until it is translated', () => {
    expect(createMessages('de-DE').tray.menu.quit).toBe(createMessages().tray.menu.quit);
  });

  it('rejects what is not a locale', () => {
    expect(() => createMessages('not a locale')).toThrow(RangeError);
  });

  it.each([
    [0, 'files'],
    [1, 'file'],
    [2, 'files'],
  ])('picks the plural form for %d', (count, form) => {
    expect(createMessages().format.plural(count, { one: 'file', other: 'files' })).toBe(form);
  });

  it('falls back to the general form where a category has none', () => {
    // In Polish 2 is `few`.
    expect(createMessages('pl').format.plural(2, { one: 'plik', other: 'plików' })).toBe('plików');
    expect(createMessages('pl').format.plural(2, { one: 'plik', few: 'pliki', other: 'plików' })).toBe('pliki');
  });

  it('joins lists as a sentence does', () => {
    expect(createMessages().format.list(['a', 'b', 'c'])).toBe('a, b, and c');
  });
});
