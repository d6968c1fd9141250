import { CallError } from '../../../shared/domain/call-failure.ts';
import type { Logger } from '../../../shared/ports/logger.ts';
import type { IngestState } from './ingest-state.ts';

/** Runs passes over everything, one at a time. */
export interface Sweeps {
  /** Runs a pass, or another one after the current one. Rejects when the ledger cannot be written. */
  run(): Promise<void>;
  /** Like `run`, without waiting; does nothing while paused or stopped. */
  runInBackground(): void;
  isRunning(): boolean;
  /** Resolves when no pass is running. */
  idle(): Promise<void>;
}

/** Builds it on a function that runs one pass. */
export function createSweeps(state: IngestState, logger: Logger, pass: () => Promise<void>): Sweeps {
  let running: Promise<void> | null = null;
  let isAgainWanted = false;

  const runPasses = async (): Promise<void> => {
    try {
      do {
        isAgainWanted = false;
        await pass();
      } while (!state.isStopped() && (state.isStale() || (isAgainWanted && state.failure() === null)));
    } finally {
      running = null;
    }
  };

  const sweep = (): Promise<void> => {
    if (state.isStopped()) return Promise.resolve();
    isAgainWanted = running !== null;
    return (running ??= runPasses());
  };

  return {
    async run() {
      await sweep();
      const failure = state.failure();
      if (failure === null) return;
      const options = { cause: failure.error };
      throw new CallError({ kind: 'ledger-not-written' }, 'the ledger cannot be written', options);
    },
    runInBackground() {
      if (state.isPaused() || state.isStopped()) return;
      sweep().catch((error: unknown) => logger.error('looking for log files failed', error));
    },
    isRunning: () => running !== null,
    async idle() {
      await running;
    },
  };
}
