import type { AlertSubject } from '../../domain/alert-subject.ts';
import type { Formats } from '../format/formats.ts';
import { createUnitMessages } from './units.ts';

/** A threshold that usage has passed. */
export interface PassedThreshold {
  /** Name of the agent. */
  readonly sourceLabel: string;
  readonly subject: AlertSubject;
  readonly thresholdPercent: number;
  readonly usedPercent: number;
  /** Time until the limit resets; null when it is not known. Past resets (0 or less) are not mentioned. */
  readonly resetsInMs: number | null;
}

/** Desktop notifications: a title of a few words, and a body of one or two sentences. */
export function createNotificationMessages(format: Formats) {
  const { limitWindow, until } = createUnitMessages(format);
  const describeSubject = (subject: AlertSubject): string =>
    subject.kind === 'block' ? '5-hour block' : limitWindow(subject);
  return {
    passedThreshold({ sourceLabel, subject, thresholdPercent, usedPercent, resetsInMs }: PassedThreshold) {
      const passed = usedPercent >= 100 ? 'Used up.' : `Passed ${format.percent(thresholdPercent)}.`;
      const reset = resetsInMs === null || resetsInMs <= 0 ? '' : ` Resets ${until(resetsInMs)}.`;
      return {
        title: `${sourceLabel}: ${describeSubject(subject)} at ${format.percent(usedPercent)}`,
        body: `${passed}${reset}`,
      };
    },
  };
}
