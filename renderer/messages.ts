import { createPageMessages } from '../shared/messages/page-catalogue.ts';

/** The sentences of the pages. A page keeps its language for as long as it is open. */
export const messages = createPageMessages();
