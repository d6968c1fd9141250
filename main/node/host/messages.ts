import { createMessages, type Messages } from '../../../shared/messages/catalogue.ts';
import { translateMessages } from '../../../shared/messages/load-messages.ts';

/**
 * The sentences of this process, for every surface that it serves itself: English, until `speak` switches the language.
 * Read them when needed and keep no reference.
 */
export const messages: Messages = createMessages();

let wanted = messages.format.locale;

/** Changes the language of this process. Resolves to whether it is now that of `locale`, and not of a later call. */
export async function speak(locale: string): Promise<boolean> {
  wanted = locale;
  const loaded = await translateMessages(createMessages(locale));
  if (locale !== wanted) return false;
  Object.assign(messages, loaded);
  return true;
}
