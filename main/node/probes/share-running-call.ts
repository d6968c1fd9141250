/**
 * Wraps a call so that it never overlaps itself: a call made while another is running shares its result, whatever its
 * own arguments are.
 */
export function shareRunningCall<Arguments extends readonly unknown[], Answer>(
  call: (...args: Arguments) => Promise<Answer>,
): (...args: Arguments) => Promise<Answer> {
  let running: Promise<Answer> | null = null;
  return (...args) => {
    running ??= call(...args).finally(() => {
      running = null;
    });
    return running;
  };
}
