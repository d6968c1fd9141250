import type { Logger } from '../../../shared/ports/logger.ts';
import type { ScanProgress } from './scan-progress.ts';

/** Whether ingest may read, and what people see of it. */
export interface IngestState {
  /** Nothing is to be read now: it is paused or stopped, the cursors do not hold, or the ledger cannot be written. */
  mustStop(): boolean;
  isPaused(): boolean;
  setPaused(isPaused: boolean): void;
  isStopped(): boolean;
  stop(): void;
  /** Whether what is being read goes on from cursors that do not hold any more. */
  isStale(): boolean;
  setStale(isStale: boolean): void;
  /** The ledger refused a write. */
  fail(error: unknown): void;
  /** What the ledger threw in this pass; null when nothing. */
  failure(): { readonly error: unknown } | null;
  /** The same until a pass has ended without one: a new try is no news yet. */
  reportedFailure(): { readonly error: unknown } | null;
  phase(): 'starting' | 'scanning' | 'watching';
  beginPass(): void;
  setPhase(phase: 'scanning' | 'watching'): void;
  endPass(): void;
}

/** Builds the state of an ingest that has not begun. */
export function createIngestState(logger: Logger, progress: ScanProgress): IngestState {
  let phase: 'starting' | 'scanning' | 'watching' = 'starting';
  let isPaused = false;
  let isStopped = false;
  let isStale = false;
  let failure: { readonly error: unknown } | null = null;
  let reported: { readonly error: unknown } | null = null;
  const publish = (): void => progress.setPhase(reported !== null ? 'failed' : isPaused ? 'paused' : phase);
  return {
    mustStop: () => isPaused || isStopped || isStale || failure !== null,
    isPaused: () => isPaused,
    setPaused(paused) {
      isPaused = paused;
      publish();
    },
    isStopped: () => isStopped,
    stop: () => void (isStopped = true),
    isStale: () => isStale,
    setStale: (stale) => void (isStale = stale),
    fail(error) {
      if (reported === null) logger.error('the ledger cannot be written', error);
      failure = { error };
      reported = failure;
      publish();
    },
    failure: () => failure,
    reportedFailure: () => reported,
    phase: () => phase,
    beginPass: () => void (failure = null),
    setPhase(next) {
      phase = next;
      publish();
    },
    endPass() {
      reported = failure;
      phase = 'watching';
      publish();
    },
  };
}
