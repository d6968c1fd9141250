/** Renews the snapshot: at once, or soon, so that many changes close together cost one renewal. */
export interface Renewal {
  now(): void;
  soon(): void;
  stop(): void;
}

/**
 * Builds it. The first change after a rest is shown at once; while changes go on, `restMs` lie between two renewals.
 * Its timer does not keep the process alive.
 */
export function createRenewal(renew: () => void, restMs: () => number): Renewal {
  let timer: NodeJS.Timeout | null = null;
  let renewedAt = -Infinity;
  const stop = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  const now = (): void => {
    stop();
    renewedAt = performance.now();
    renew();
  };
  return {
    now,
    soon() {
      timer ??= setTimeout(now, Math.max(0, renewedAt + restMs() - performance.now())).unref();
    },
    stop,
  };
}
