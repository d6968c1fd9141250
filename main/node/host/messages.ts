import { createMessages } from '../../../shared/messages/catalogue.ts';

/** The sentences of this process, for every surface that it serves itself. */
export const messages = createMessages();
