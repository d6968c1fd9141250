import { translateMessages } from '../shared/messages/load-messages.ts';
import { createPageMessages } from '../shared/messages/page-catalogue.ts';
import { applyLocale } from './state/language.ts';

/** The sentences of the pages, there before anything is drawn. A page keeps its language for as long as it is open. */
export const messages = await translateMessages(createPageMessages(applyLocale()));
