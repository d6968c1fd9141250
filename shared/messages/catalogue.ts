import { createEnglish } from './en/english.ts';
import { createFormats, type Formats } from './format/formats.ts';
import { defaultLocale } from './format/intl-cache.ts';

/** Every sentence that a person can read, as texts and as functions of typed parameters. */
export type Catalogue = ReturnType<typeof createEnglish>;

/** The sentences, and the number and date formats of its locale. */
export interface Messages extends Catalogue {
  readonly format: Formats;
}

/**
 * The English messages, with numbers and dates as a locale (BCP 47) writes them; `load-messages.ts` translates them.
 * Throws a RangeError for a tag that is not well-formed.
 */
export function createMessages(locale: string = defaultLocale): Messages {
  const format = createFormats(locale);
  return { format, ...createEnglish(format) };
}
