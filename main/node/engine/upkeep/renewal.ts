/** Renews the snapshot: at once, or soon, so that many changes close together cost one renewal. */
export interface Renewal {
  now(): void;
  soon(): void;
  /** Stops it: later requests, e.g. from a sample in progress, are ignored. */
  stop(): void;
}

/** The maximum share of the time that renewals may take, however long each one takes. */
const maxShare = 1 / 20;

/**
 * Builds it. The first change after a rest is shown at once; while changes continue, renewals are `restMs` apart, or
 * more if they are slow. Its timer does not keep the process alive.
 */
export function createRenewal(renew: () => void, restMs: () => number): Renewal {
  let timer: NodeJS.Timeout | null = null;
  let renewedAt = -Infinity;
  let tookMs = 0;
  let isStopped = false;
  const cancel = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  const now = (): void => {
    cancel();
    if (isStopped) return;
    const startedAt = performance.now();
    renew();
    renewedAt = performance.now();
    tookMs = renewedAt - startedAt;
  };
  return {
    now,
    soon() {
      if (isStopped) return;
      const dueAt = renewedAt + Math.max(restMs(), tookMs / maxShare);
      timer ??= setTimeout(now, Math.max(0, dueAt - performance.now())).unref();
    },
    stop() {
      isStopped = true;
      cancel();
    },
  };
}
