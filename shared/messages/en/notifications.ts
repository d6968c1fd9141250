import type { AlertIntent, AlertKind, AlertSubject } from '../../domain/alert-intent.ts';
import type { Notice } from '../../ports/alert-channel.ts';
import type { Formats } from '../format/formats.ts';
import { createUnitMessages } from './units.ts';

/** What a message needs besides the alert itself. */
export interface AlertContext {
  /** Name of the agent. */
  readonly sourceLabel: string;
  readonly nowMs: number;
}

/** A message for every kind of alert: a title of a few words, and a body of one or two sentences. */
export type AlertMessages = {
  readonly [Kind in AlertKind]: (intent: AlertIntent<Kind>, context: AlertContext) => Notice;
};

/** Builds the messages of alerts. */
export function createNotificationMessages(format: Formats): AlertMessages {
  const { limitWindow, until } = createUnitMessages(format);
  const describeSubject = (subject: AlertSubject): string =>
    subject.kind === 'block' ? '5-hour block' : limitWindow(subject);
  return {
    threshold({ parameters: { subject, thresholdPercent, usedPercent, resetsAtMs } }, { sourceLabel, nowMs }) {
      const passed = usedPercent >= 100 ? 'Used up.' : `Passed ${format.percent(thresholdPercent)}.`;
      const reset = resetsAtMs === null || resetsAtMs <= nowMs ? '' : ` Resets ${until(resetsAtMs - nowMs)}.`;
      return {
        title: `${sourceLabel}: ${describeSubject(subject)} at ${format.percent(usedPercent)}`,
        body: `${passed}${reset}`,
      };
    },
  };
}
