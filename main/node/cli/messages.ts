import { withClock, type ClockChoice } from '../../../shared/domain/clock-choice.ts';
import { createMessages, type Messages } from '../../../shared/messages/catalogue.ts';

/** Every sentence of the command line, in English: a script that reads one must not depend on the person's language. */
export const messages = createMessages();

/** The same with the times of a clock. */
export function messagesWith(clock: ClockChoice): Messages {
  return clock === 'system' ? messages : createMessages(withClock(messages.format.locale, clock));
}
