import type { LedgerAccess } from './ledger-access.ts';
import { createRepeater } from './repeater.ts';

/**
 * How often a reader looks whether the writer has gone, or has committed something. Both cost a few system calls. The
 * promise is that ownership passes within two seconds.
 */
const lookEveryMs = 500;

/** As long as another process writes the ledger: reports what it commits, and takes over when it ends. */
export interface LedgerFollower {
  start(): void;
  stop(): void;
}

/** Builds the follower; it keeps the process alive until it is stopped, or this process is the writer. */
export function createLedgerFollower(options: {
  readonly ledger: LedgerAccess;
  /** A paused reader does not take over: it would keep others from reading. */
  readonly isPaused: () => boolean;
  readonly onNews: () => void;
  readonly onError: (error: unknown) => void;
}): LedgerFollower {
  const { ledger, isPaused } = options;
  const ticks = createRepeater(
    () => lookEveryMs,
    () => {
      if (ledger.role() === 'writer') return ticks.stop();
      if (isPaused()) return;
      if (!ledger.claim() && ledger.hasNews()) options.onNews();
    },
    options.onError,
    true,
  );
  return {
    start() {
      if (ledger.role() === 'reader') ticks.start();
    },
    stop: ticks.stop,
  };
}
