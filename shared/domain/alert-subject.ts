import type { LimitTitle } from './limit-window.ts';

/** What an alert is about: a provider's limit window, or a 5-hour block measured from the logs. */
export type AlertSubject = ({ readonly kind: 'limit' } & LimitTitle) | { readonly kind: 'block' };
