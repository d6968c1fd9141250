import { finishTexts, keepUnits } from '../shared/messages/format/finish.ts';
import { translateMessages } from '../shared/messages/load-messages.ts';
import { createPageMessages, type PageMessages } from '../shared/messages/page-catalogue.ts';
import { applyLocale } from './state/language.ts';

/** Only text that a browser wraps needs this: elsewhere, people search for `2 h` with an ordinary space. */
function keepTogether(plain: PageMessages): PageMessages {
  if (typeof document === 'undefined') return plain;
  const { format, ...words } = plain;
  const bytes = (count: number): string => keepUnits(format.bytes(count));
  return { ...finishTexts(words, keepUnits), format: { ...format, bytes } };
}

/** The sentences of the pages, loaded before anything is drawn. A page keeps its language for as long as it is open. */
export const messages = keepTogether(await translateMessages(createPageMessages(applyLocale())));
