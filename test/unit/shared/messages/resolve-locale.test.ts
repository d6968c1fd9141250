import { describe, expect, it } from 'vitest';
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

describe('toDirection', () => {
  it('runs from right to left in Arabic only', () => {
    expect(['ar', 'ar-EG', 'de', 'ja'].map(toDirection)).toEqual(['rtl', 'rtl', 'ltr', 'ltr']);
  });
});
