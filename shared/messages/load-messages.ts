import type { TranslatedLanguage } from '../domain/translated-languages.ts';
import type { Formats } from './format/formats.ts';
import { isTranslated } from './resolve-locale.ts';
import { applyTranslation, type CreateTranslation } from './translation.ts';

/** The languages besides English, each loaded when it is first needed. */
export const translations = {
  de: () => import('./de/german.ts').then(({ createGerman }) => createGerman),
  fr: () => import('./fr/french.ts').then(({ createFrench }) => createFrench),
  es: () => import('./es/spanish.ts').then(({ createSpanish }) => createSpanish),
  ja: () => import('./ja/japanese.ts').then(({ createJapanese }) => createJapanese),
  zh: () => import('./zh/chinese.ts').then(({ createChinese }) => createChinese),
  ar: () => import('./ar/arabic.ts').then(({ createArabic }) => createArabic),
} satisfies Readonly<Record<TranslatedLanguage, () => Promise<CreateTranslation>>>;

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
