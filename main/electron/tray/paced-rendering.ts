/** Renders views, but limits how often the text alone changes. */
export interface PacedRendering<View> {
  /** Renders the view now when `urgency` (everything but the text) is new, otherwise not before the pause is over. */
  request(view: View, urgency: string): void;
  /** Stops rendering. */
  stop(): void;
}

/**
 * Builds it. On Linux each change of the tray's text is published over the session bus and rebuilds the menu, so text
 * that counts up is rendered at most once per `pauseMs`; of several changes in that time, only the last.
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
