import { secondMs } from '../../../../shared/domain/instant.ts';
import type { Clock } from '../../../../shared/ports/clock.ts';

/** A check that is this much early or late was not just delayed by other work. */
const toleranceMs = 3 * secondMs;

/**
 * Builds a check to be made every `everyMs`: whether the clock was set since the last one, or the machine slept. Timers
 * do not notice, so what is due at an instant would wait until they fire.
 */
export function createJumpCheck(clock: Clock, everyMs: () => number): () => boolean {
  let lastMs = clock.nowMs();
  return () => {
    const nowMs = clock.nowMs();
    const elapsedMs = nowMs - lastMs;
    lastMs = nowMs;
    return Math.abs(elapsedMs - everyMs()) > toleranceMs;
  };
}
