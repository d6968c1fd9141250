import type { AlertIntent } from '../domain/alert-intent.ts';
import type { Problem, ProblemId } from '../domain/problem.ts';
import type { Result } from '../lib/result.ts';

/** The text of a notification. Plain text only. */
export interface Notice {
  readonly title: string;
  readonly body: string;
}

/** An alert to deliver: the facts, and the same in words. */
export interface Alert {
  readonly intent: AlertIntent;
  readonly notice: Notice;
}

/** Delivers alerts to the user: as a desktop notification, in a file, by a web request. */
export interface AlertChannel {
  /** Its name in the log file. */
  readonly name: string;
  /** The problem that its failures show, which its next success clears; null for a channel that shows none. */
  readonly problemId: ProblemId | null;
  /** Delivers one alert, once. Fails with the problem to show. A rejection counts as a bug and is logged. */
  deliver(alert: Alert): Promise<Result<null, Problem>>;
}
