import type { Formats } from './format/formats.ts';
import { defaultLocale } from './format/intl-cache.ts';
import { applyTranslation, type CreateTranslation } from './translation.ts';

/** The languages besides English, each loaded when it is first needed. */
export const translations = {
  de: () => import('./de/german.ts').then(({ createGerman }) => createGerman),
  fr: () => import('./fr/french.ts').then(({ createFrench }) => createFrench),
  es: () => import('./es/spanish.ts').then(({ createSpanish }) => createSpanish),
  ja: () => import('./ja/japanese.ts').then(({ createJapanese }) => createJapanese),
  zh: () => import('./zh/chinese.ts').then(({ createChinese }) => createChinese),
  ar: () => import('./ar/arabic.ts').then(({ createArabic }) => createArabic),
} satisfies Readonly<Record<string, () => Promise<CreateTranslation>>>;

export type TranslatedLanguage = keyof typeof translations;

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

/**
 * English messages in the language of their locale; what it has no words for stays English. Both catalogues of sentences
 * can be translated, that of the pages and the whole one.
 */
export async function translateMessages<Words extends { readonly format: Formats }>(english: Words): Promise<Words> {
  const { language } = new Intl.Locale(english.format.locale);
  if (!isTranslated(language)) return english;
  const createTranslation: CreateTranslation = await translations[language]();
  return applyTranslation(english, createTranslation(english.format));
}

function isTranslated(language: string): language is TranslatedLanguage {
  return Object.hasOwn(translations, language);
}

function toKnown(tag: string): Intl.Locale | null {
  let locale: Intl.Locale;
  try {
    locale = new Intl.Locale(tag);
  } catch {
    return null;
  }
  if (locale.language === 'zh' && locale.maximize().script !== 'Hans') return null;
  return locale.language === 'en' || isTranslated(locale.language) ? locale : null;
}
