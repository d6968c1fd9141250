/**
 * Wraps a piece of work of which one run at a time is enough. A request during a run leads to one more run after it, so
 * a slow reader gets the newest state next instead of every state in between. `onError` gets what a run rejects with;
 * nothing runs after that.
 */
export function createLatestOnly(work: () => Promise<void>, onError: (error: unknown) => void): () => void {
  let isBusy = false;
  let isRequested = false;
  const run = async (): Promise<void> => {
    isBusy = true;
    try {
      while (isRequested) {
        isRequested = false;
        await work();
      }
      isBusy = false;
    } catch (error) {
      onError(error);
    }
  };
  return () => {
    isRequested = true;
    if (!isBusy) void run();
  };
}
