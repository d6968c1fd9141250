import type { SourceId } from './ids.ts';
import type { LimitTitle } from './limit-window.ts';

/** What an alert is about: a provider's limit window, or a 5-hour block measured from the logs. */
export type AlertSubject = ({ readonly kind: 'limit' } & LimitTitle) | { readonly kind: 'block' };

/** Every kind of alert, by the name of its rule, with the facts its message needs. */
export interface AlertParameters {
  /** Usage crossed a threshold of the settings. */
  readonly threshold: {
    readonly subject: AlertSubject;
    /** The highest threshold that was crossed. */
    readonly thresholdPercent: number;
    readonly usedPercent: number;
    /** UTC milliseconds; null when unknown. */
    readonly resetsAtMs: number | null;
  };
}

/** Stable name of a kind of alert: also the name of its rule, of its memory and of its message. */
export type AlertKind = keyof AlertParameters;

/** The user should be alerted now: facts without a sentence. */
export type AlertIntent<Kind extends AlertKind = AlertKind> = {
  readonly [Each in Kind]: {
    readonly kind: Each;
    /** Permanently identifies what the alert is about, for example a limit window. */
    readonly key: string;
    readonly source: SourceId;
    readonly parameters: AlertParameters[Each];
  };
}[Kind];
