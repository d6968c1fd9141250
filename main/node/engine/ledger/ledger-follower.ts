import type { LedgerAccess } from './ledger-access.ts';
import { createRepeater } from '../repeater.ts';

/**
 * How often a reader checks whether the writer has gone or has committed something. Both cost a few system calls. The
 * promise is that ownership passes within two seconds.
 */
const checkEveryMs = 500;
/** After reading what has changed, it rests for this multiple of the time the read took. */
const restFactor = { recent: 30, all: 60 } as const;

/** While another process writes the ledger: reports what it commits, and takes over when it ends. */
export interface LedgerFollower {
  start(): void;
  stop(): void;
}

/**
 * Builds the follower; it keeps the process alive until it is stopped or this process becomes the writer. Commits do
 * not say what they changed, so `onNews` reads everything on show again, or only the last hours where reading
 * everything takes long; the rest then follows later.
 */
export function createLedgerFollower(options: {
  readonly ledger: LedgerAccess;
  /** A paused reader does not take over: it would prevent others from reading. */
  readonly isPaused: () => boolean;
  /** Reads and publishes what may have changed before it returns. */
  readonly onNews: (what: 'recent' | 'all') => void;
  readonly onError: (error: unknown) => void;
}): LedgerFollower {
  const { ledger, isPaused } = options;
  const due = { recent: -Infinity, all: -Infinity };
  const isWaiting = { recent: false, all: false };
  const read = (what: 'recent' | 'all'): void => {
    const startedAt = performance.now();
    isWaiting[what] = false;
    options.onNews(what);
    const endedAt = performance.now();
    due[what] = endedAt + restFactor[what] * (endedAt - startedAt);
  };
  const check = (): void => {
    if (ledger.hasNews()) isWaiting.recent = isWaiting.all = true;
    const nowAt = performance.now();
    if (isWaiting.all && nowAt >= due.all) {
      isWaiting.recent = false;
      read('all');
    } else if (isWaiting.recent && nowAt >= due.recent) read('recent');
  };
  const ticks = createRepeater(
    () => checkEveryMs,
    () => {
      if (ledger.role() === 'writer') return ticks.stop();
      if (!isPaused() && !ledger.claim()) check();
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
