import { setImmediate as nextTurn } from 'node:timers/promises';

/** Other answers wait at most this long, which nobody notices. */
const defaultTurnMs = 20;

/** Runs long work step by step, and yields to the thread's other work in between. */
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
