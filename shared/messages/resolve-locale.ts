import { translatedLanguages, type TranslatedLanguage } from '../domain/translated-languages.ts';
import { defaultLocale } from './format/intl-cache.ts';

/**
 * The locale (BCP 47) of a choice. `system`: the first of the system's locales whose language there is, and English
 * otherwise. A chosen language keeps the system's region, e.g. `de-AT`. Chinese in traditional characters is not there.
 */
export function resolveLocale(choice: string, systemLocales: readonly string[]): string {
  const known = systemLocales.flatMap((tag) => toKnown(tag) ?? []);
  if (choice === 'system') return known[0]?.toString() ?? defaultLocale;
  const regional = known.find(({ language }) => language === choice);
  if (regional !== undefined) return regional.toString();
  return isTranslated(choice) ? choice : defaultLocale;
}

/** Which way the lines of a locale run. */
export function toDirection(locale: string): 'ltr' | 'rtl' {
  return new Intl.Locale(locale).language === 'ar' ? 'rtl' : 'ltr';
}

/** Whether there are messages in a language besides English. */
export function isTranslated(language: string): language is TranslatedLanguage {
  return translatedLanguages.some((known) => known === language);
}

function toKnown(tag: string): Intl.Locale | null {
  let locale: Intl.Locale;
  try {
    locale = new Intl.Locale(tag);
  } catch {
    return null;
  }
  if (locale.language === 'zh' && locale.maximize().script !== 'Hans') return null;
  if (locale.language === 'ar') return withLatinDigits(locale);
  return locale.language === 'en' || isTranslated(locale.language) ? locale : null;
}

/**
 * Arabic with the digits of its sentences, of identifiers and of the browser's date fields, in every region: where `Intl`
 * would write Arabic-Indic ones, half of the figures on a page would be in each.
 */
function withLatinDigits(locale: Intl.Locale): Intl.Locale {
  const { numberingSystem } = new Intl.NumberFormat(locale.toString()).resolvedOptions();
  return numberingSystem === 'latn' ? locale : new Intl.Locale(locale, { numberingSystem: 'latn' });
}
