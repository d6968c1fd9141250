import { CallError } from '../../../shared/domain/call-failure.ts';
import type { Logger } from '../../../shared/ports/logger.ts';
import type { IngestState } from './ingest-state.ts';

/** Runs passes over everything, one at a time. */
export interface Sweeps {
  /** Runs a pass, or another one after the current one. Rejects when the ledger cannot be written. */
  run(): Promise<void>;
  /** Like `run`, without waiting; does nothing while paused or stopped. */
  runInBackground(): void;
  /** The same for the roots of these folders only; does nothing while a pass is running. */
  runPartInBackground(folders: ReadonlySet<string>): void;
  isRunning(): boolean;
  /** Resolves when no pass is running. */
  idle(): Promise<void>;
}

/** Builds it on a function that runs one pass, over the roots of some folders or (null) over everything. */
export function createSweeps(
  state: IngestState,
  logger: Logger,
  pass: (part: ReadonlySet<string> | null) => Promise<void>,
): Sweeps {
  let running: Promise<void> | null = null;
  let isAgainWanted = false;

  const runPasses = async (first: ReadonlySet<string> | null): Promise<void> => {
    let part = first;
    try {
      do {
        isAgainWanted = false;
        await pass(part);
        // Requests during a pass lead to a full pass.
        part = null;
      } while (!state.isStopped() && (state.isStale() || (isAgainWanted && state.failure() === null)));
    } finally {
      running = null;
    }
  };

  const sweep = (): Promise<void> => {
    if (state.isStopped()) return Promise.resolve();
    isAgainWanted = running !== null;
    return (running ??= runPasses(null));
  };

  const logFailure = (error: unknown): void => logger.error('looking for log files failed', error);

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
      sweep().catch(logFailure);
    },
    runPartInBackground(folders) {
      if (state.isPaused() || state.isStopped() || running !== null) return;
      running = runPasses(folders);
      running.catch(logFailure);
    },
    isRunning: () => running !== null,
    async idle() {
      await running;
    },
  };
}
