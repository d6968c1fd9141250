import { createSubscriber } from 'svelte/reactivity';

/** The present moment, for countdowns. */
export interface Now {
  /** UTC milliseconds; readers are updated every few seconds while the page is visible. */
  readonly ms: number;
}

/** Nothing shown is finer than a minute, so a coarse tick saves wakeups. */
const tickMs = 5_000;

/** Builds a clock that ticks only while it has readers and the page is visible. */
export function createNow(): Now {
  const subscribe = createSubscriber((update) => {
    let timer: ReturnType<typeof setInterval> | undefined;
    const follow = (): void => {
      clearInterval(timer);
      if (document.visibilityState !== 'visible') return;
      timer = setInterval(update, tickMs);
      update();
    };
    document.addEventListener('visibilitychange', follow);
    timer = setInterval(update, tickMs);
    return () => {
      document.removeEventListener('visibilitychange', follow);
      clearInterval(timer);
    };
  });
  return {
    get ms() {
      subscribe();
      return Date.now();
    },
  };
}
