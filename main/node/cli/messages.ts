import { createMessages } from '../../../shared/messages/catalogue.ts';

/** Every sentence of the command line, in English: a script that reads one must not depend on the person's language. */
export const messages = createMessages();
