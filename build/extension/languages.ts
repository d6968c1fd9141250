import type { TranslatedLanguage } from '../../shared/domain/translated-languages.ts';
import { createExtension as createArabic } from '../../shared/messages/ar/extension.ts';
import { createExtension as createGerman } from '../../shared/messages/de/extension.ts';
import {
  createExtensionMessages as createEnglish,
  type ExtensionMessages,
} from '../../shared/messages/en/extension.ts';
import { createExtension as createSpanish } from '../../shared/messages/es/extension.ts';
import { createFormats, type Formats } from '../../shared/messages/format/formats.ts';
import { createExtension as createFrench } from '../../shared/messages/fr/extension.ts';
import { createExtension as createJapanese } from '../../shared/messages/ja/extension.ts';
import { isTranslated } from '../../shared/messages/resolve-locale.ts';
import { createExtension as createChinese } from '../../shared/messages/zh/extension.ts';

type Create = (format: Formats) => ExtensionMessages;

const translations: Readonly<Record<TranslatedLanguage, Create>> = {
  ar: createArabic,
  de: createGerman,
  es: createSpanish,
  fr: createFrench,
  ja: createJapanese,
  zh: createChinese,
};

/** Every sentence of the extension's pages in the language of a locale, with numbers in the format of that locale. */
export function createWords(locale: string): ExtensionMessages {
  const { language } = new Intl.Locale(locale);
  return (isTranslated(language) ? translations[language] : createEnglish)(createFormats(locale));
}

/** Folders of `_locales` by language. For Traditional Chinese there is none, so the browser falls back to English. */
const folders: Readonly<Record<'en' | TranslatedLanguage, string>> = {
  ...{ en: 'en', ar: 'ar', de: 'de', es: 'es', fr: 'fr', ja: 'ja' },
  zh: 'zh_CN',
};

/**
 * The texts that the browser and extension stores show, by the path of their file: the manifest refers to them.
 * https://developer.chrome.com/docs/extensions/reference/api/i18n
 */
export function createLocaleFiles(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(folders).map(([language, folder]) => {
      const { name, description } = createWords(language);
      const texts = { name: { message: name }, description: { message: description } };
      return [`_locales/${folder}/messages.json`, JSON.stringify(texts, null, 2)];
    }),
  );
}
