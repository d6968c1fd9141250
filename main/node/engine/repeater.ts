/** Repeats an action at intervals that are decided each time. */
export interface Repeater {
  start(): void;
  /** Recalculates the next interval, e.g. because someone has started watching. */
  reschedule(): void;
  stop(): void;
}

/**
 * Builds a repeater. `act` never overlaps itself; what it throws goes to `onError`. The timer keeps the process alive
 * only if `keepsAlive` says so.
 */
export function createRepeater(
  decideDelayMs: () => number,
  act: () => void | Promise<void>,
  onError: (error: unknown) => void,
  keepsAlive = false,
): Repeater {
  let timer: NodeJS.Timeout | null = null;
  let isActing = false;
  let isRunning = false;
  const schedule = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = isRunning ? setTimeout(() => void run(), decideDelayMs()) : null;
    if (!keepsAlive) timer?.unref();
  };
  const run = async (): Promise<void> => {
    isActing = true;
    try {
      await act();
    } catch (error) {
      onError(error);
    }
    isActing = false;
    schedule();
  };
  return {
    start() {
      isRunning = true;
      schedule();
    },
    reschedule() {
      if (!isActing) schedule();
    },
    stop() {
      isRunning = false;
      schedule();
    },
  };
}
