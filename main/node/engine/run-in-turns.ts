import { setImmediate as nextTurn } from 'node:timers/promises';

/** Nobody who waits for another answer notices a pause this short. */
const defaultTurnMs = 20;

/** Takes long work to its end, step by step, and lets whatever else the thread has to do have its turn in between. */
export async function runInTurns<Result>(steps: Iterator<unknown, Result>, turnMs = defaultTurnMs): Promise<Result> {
  let startMs = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() - startMs < turnMs) continue;
    await nextTurn();
    startMs = performance.now();
  }
}
