/** Wraps a call so that it never overlaps itself: a call made while another is running shares its result. */
export function shareRunningCall<Answer>(call: () => Promise<Answer>): () => Promise<Answer> {
  let running: Promise<Answer> | null = null;
  return () => {
    running ??= call().finally(() => {
      running = null;
    });
    return running;
  };
}
