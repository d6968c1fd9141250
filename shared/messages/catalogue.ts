import { createEnglish } from './en/english.ts';
import { createFormats, type Formats } from './format/formats.ts';
import { defaultLocale } from './format/intl-cache.ts';

/** Every sentence that a person can read, as texts and as functions of typed parameters. */
export type Catalogue = ReturnType<typeof createEnglish>;

/** The sentences of one language, and the number and date formats of its locale. */
export interface Messages extends Catalogue {
  readonly format: Formats;
}

/** By language (the first part of a locale). The others are translations of the English one: see load-messages.ts. */
const languages: Readonly<Record<string, (format: Formats) => Catalogue>> = { en: createEnglish };

/**
 * The messages for a locale (BCP 47), in English where its language is not translated; numbers and dates are written
 * as the locale does. Throws a RangeError for a tag that is not well-formed.
 */
export function createMessages(locale: string = defaultLocale): Messages {
  const createCatalogue = languages[new Intl.Locale(locale).language] ?? createEnglish;
  const format = createFormats(locale);
  return { format, ...createCatalogue(format) };
}
