import type { LimitTitle } from './limit-window.ts';

/** What an alert is about: a limit window of a provider, or a 5-hour block that was measured from the logs. */
export type AlertSubject = ({ readonly kind: 'limit' } & LimitTitle) | { readonly kind: 'block' };
