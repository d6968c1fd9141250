/** Wraps a call so that it never overlaps itself: who calls while one is running gets the answer of that one. */
export function shareRunningCall<Answer>(call: () => Promise<Answer>): () => Promise<Answer> {
  let running: Promise<Answer> | null = null;
  return () => {
    running ??= call().finally(() => {
      running = null;
    });
    return running;
  };
}
