import { createEnglishPages } from './en/pages.ts';
import { createFormats, type Formats } from './format/formats.ts';
import { defaultLocale } from './format/intl-cache.ts';

/** The sentences of the pages in one language, and the number and date formats of its locale. */
export interface PageMessages extends ReturnType<typeof createEnglishPages> {
  readonly format: Formats;
}

/** By language, as in `catalogue.ts`. */
const languages: Readonly<Record<string, typeof createEnglishPages>> = { en: createEnglishPages };

/** What `createMessages` gives, without what no page shows: the command line's sentences are most of all. */
export function createPageMessages(locale: string = defaultLocale): PageMessages {
  const createPages = languages[new Intl.Locale(locale).language] ?? createEnglishPages;
  const format = createFormats(locale);
  return { format, ...createPages(format) };
}
