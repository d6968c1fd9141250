import type { Logger } from '../../../shared/ports/logger.ts';

/** A step to run before the process ends. */
export interface QuitStep {
  readonly name: string;
  run(): void | Promise<void>;
}

/** How to proceed with a quit. */
export type QuitState = 'running' | 'quitting' | 'done';

/** Runs the quit steps in order, once, in bounded time. */
export interface QuitSequence {
  state(): QuitState;
  /** Runs every step; resolves when the last one has finished. A second call waits for the first. Never rejects. */
  run(): Promise<void>;
}

/**
 * Builds the quit sequence: collectors first, then what they write to, then what the person sees. A step that fails or
 * takes longer than `stepTimeoutMs` is logged and skipped, since every write is atomic and the ledger can read again
 * what it lost.
 */
export function createQuitSequence(options: {
  /** Called when quitting begins: what is running then decides. */
  readonly steps: () => readonly QuitStep[];
  readonly stepTimeoutMs: number;
  readonly logger: Logger;
}): QuitSequence {
  let state: QuitState = 'running';
  let running: Promise<void> | null = null;
  const runAll = async (): Promise<void> => {
    state = 'quitting';
    for (const step of options.steps()) {
      try {
        await withTimeout(step, options.stepTimeoutMs);
      } catch (error) {
        options.logger.error(`quitting: "${step.name}" failed`, error);
      }
    }
    state = 'done';
  };
  return {
    state: () => state,
    run() {
      running ??= runAll();
      return running;
    },
  };
}

function withTimeout(step: QuitStep, timeoutMs: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`took longer than ${timeoutMs} ms`)), timeoutMs);
    const endWith = (finish: () => void) => () => {
      clearTimeout(timer);
      finish();
    };
    Promise.resolve()
      .then(() => step.run())
      .then(endWith(resolve), (error: unknown) => endWith(() => reject(error))());
  });
}
