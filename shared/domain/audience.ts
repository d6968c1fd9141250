/**
 * Kinds of clients that somebody may be looking at. `glance`: live figures, looked at for seconds (the popover).
 * `history`: a window that stays open. `stream`: a live view elsewhere (a terminal, a dashboard).
 */
export const clientKinds = ['glance', 'history', 'stream'] as const;
export type ClientKind = (typeof clientKinds)[number];

/** How many clients of each kind are being looked at now. */
export type Audience = Readonly<Record<ClientKind, number>>;

/** No audience. */
export const noAudience: Audience = { glance: 0, history: 0, stream: 0 };

/** Whether anybody is looking. */
export function hasAudience(audience: Audience): boolean {
  return clientKinds.some((kind) => audience[kind] > 0);
}
