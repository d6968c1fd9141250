/**
 * Kinds of clients someone may be watching. `glance`: live figures, viewed for seconds (the popover). `history`: a
 * window that stays open. `stream`: a live view elsewhere (a terminal, a dashboard). `ambient`: one figure that is on screen
 * all day (the gauge); processes are not read more often for it.
 */
export const clientKinds = ['glance', 'history', 'stream', 'ambient'] as const;
export type ClientKind = (typeof clientKinds)[number];

/** Number of clients of each kind being watched now. */
export type Audience = Readonly<Record<ClientKind, number>>;

/** No audience. */
export const noAudience: Audience = { glance: 0, history: 0, stream: 0, ambient: 0 };

/** Whether anyone is watching. */
export function hasAudience(audience: Audience): boolean {
  return clientKinds.some((kind) => audience[kind] > 0);
}
