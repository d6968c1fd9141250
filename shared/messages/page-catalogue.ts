import { createEnglishPages } from './en/pages.ts';
import { createFormats, type Formats } from './format/formats.ts';
import { defaultLocale } from './format/intl-cache.ts';

/** The sentences of the pages, and the number and date formats of its locale. */
export interface PageMessages extends ReturnType<typeof createEnglishPages> {
  readonly format: Formats;
}

/** As `createMessages`, without what no page shows: the sentences of the command line are a third of all. */
export function createPageMessages(locale: string = defaultLocale): PageMessages {
  const format = createFormats(locale);
  return { format, ...createEnglishPages(format) };
}
