/** Repeats an action at intervals that are decided each time. */
export interface Repeater {
  start(): void;
  /** Recalculates the next interval, e.g. because someone has started watching. */
  reschedule(): void;
  stop(): void;
}

/**
 * Builds a repeater. `task` never overlaps itself; what it throws goes to `onError`. The timer keeps the process alive
 * only if `keepsAlive` says so.
 */
export function createRepeater(
  decideDelayMs: () => number,
  task: () => void | Promise<void>,
  onError: (error: unknown) => void,
  keepsAlive = false,
): Repeater {
  let timer: NodeJS.Timeout | null = null;
  let isRunningTask = false;
  let isRunning = false;
  const schedule = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = isRunning ? setTimeout(() => void run(), decideDelayMs()) : null;
    if (!keepsAlive) timer?.unref();
  };
  const run = async (): Promise<void> => {
    isRunningTask = true;
    try {
      await task();
    } catch (error) {
      onError(error);
    }
    isRunningTask = false;
    schedule();
  };
  return {
    start() {
      isRunning = true;
      schedule();
    },
    reschedule() {
      if (!isRunningTask) schedule();
    },
    stop() {
      isRunning = false;
      schedule();
    },
  };
}
