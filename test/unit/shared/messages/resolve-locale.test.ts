import { describe, expect, it } from 'vitest';
import { createFormats } from '../../../../shared/messages/format/formats.ts';
import { resolveLocale, toDirection } from '../../../../shared/messages/resolve-locale.ts';
import { languageChoices } from '../../../../shared/settings/languages.ts';

describe('resolveLocale', () => {
  it.each([
    ['system', ['pl-PL', 'de-AT', 'fr'], 'de-AT'],
    ['system', ['en-GB', 'de-DE'], 'en-GB'],
    ['system', ['pl-PL'], 'en-US'],
    ['system', [], 'en-US'],
    ['system', ['not a locale', 'de'], 'de'],
    ['system', ['zh-TW'], 'en-US'],
    ['de', ['en-US', 'de-CH'], 'de-CH'],
    ['de', ['en-US'], 'de'],
    ['en', ['de-DE'], 'en-US'],
    ['ar', ['en-US'], 'ar'],
    ['ar', ['ar-MA'], 'ar-MA'],
    ['constructor', ['de-DE'], 'en-US'],
  ])('takes %s on a system with %j as %s', (choice, system, locale) => {
    expect(resolveLocale(choice, system)).toBe(locale);
  });

  it('knows every language that can be chosen', () => {
    for (const choice of languageChoices) {
      if (choice === 'system') continue;
      expect(new Intl.Locale(resolveLocale(choice, [])).language).toBe(choice);
    }
  });
});

it.each(['ar', 'ar-EG', 'ar-SA-u-nu-arab', 'ar-MA'])(
  'writes the digits of the sentences in every figure: %s',
  (system) => {
    const format = createFormats(resolveLocale('system', [system]));
    const figures = [format.integer(1_234), format.percent(97), format.day('2026-05-14'), format.axisCount(3_000_000)];
    for (const figure of figures) expect(figure).toMatch(/[0-9]/);
    for (const figure of figures) expect(figure).not.toMatch(/[\u0660-\u0669]/);
  },
);

describe('toDirection', () => {
  it('runs from right to left in Arabic only', () => {
    expect(['ar', 'ar-EG', 'de', 'ja'].map(toDirection)).toEqual(['rtl', 'rtl', 'ltr', 'ltr']);
  });
});
