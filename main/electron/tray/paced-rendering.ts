/** Shows views, but does not let words alone change all the time. */
export interface PacedRendering<View> {
  /** Shows the view now when `urgency` (what is more than words) is new, else not before the pause is over. */
  request(view: View, urgency: string): void;
  /** Shows nothing any more. */
  stop(): void;
}

/**
 * Builds it. On Linux each change of the tray's words is published over the session bus and rebuilds the menu, so
 * words that count up are shown at most once in `pauseMs`; of several that came meanwhile, the last.
 */
export function createPacedRendering<View>(options: {
  readonly render: (view: View) => void;
  readonly pauseMs: number;
  readonly nowMs: () => number;
}): PacedRendering<View> {
  let shownAtMs = Number.NEGATIVE_INFINITY;
  let shownUrgency: string | null = null;
  let waiting: { readonly view: View; readonly timer: NodeJS.Timeout } | null = null;

  const show = (view: View, urgency: string): void => {
    if (waiting !== null) clearTimeout(waiting.timer);
    waiting = null;
    shownAtMs = options.nowMs();
    shownUrgency = urgency;
    options.render(view);
  };
  return {
    request(view, urgency) {
      const restMs = shownAtMs + options.pauseMs - options.nowMs();
      if (urgency !== shownUrgency || restMs <= 0) {
        show(view, urgency);
        return;
      }
      if (waiting !== null) clearTimeout(waiting.timer);
      waiting = { view, timer: setTimeout(() => show(view, urgency), restMs) };
    },
    stop() {
      if (waiting !== null) clearTimeout(waiting.timer);
      waiting = null;
    },
  };
}
