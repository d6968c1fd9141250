import type { Logger } from '../../../shared/ports/logger.ts';
import type { ScanProgress } from './scan-progress.ts';

/** Whether ingest may read, and the state that people see. */
export interface IngestState {
  /**
   * Whether reading must stop: ingest is paused or stopped, the cursors are no longer valid, or the ledger cannot be
   * written.
   */
  mustStop(): boolean;
  isPaused(): boolean;
  setPaused(isPaused: boolean): void;
  isStopped(): boolean;
  stop(): void;
  /** Whether reads in progress started from cursors that are no longer valid. */
  isStale(): boolean;
  setStale(isStale: boolean): void;
  /** Notes that a write to the ledger failed. */
  fail(error: unknown): void;
  /** The error that the ledger threw in this pass; null when there was none. */
  failure(): { readonly error: unknown } | null;
  /** The last failure, until a pass ends without one: a new attempt alone does not change what is reported. */
  reportedFailure(): { readonly error: unknown } | null;
  phase(): 'starting' | 'scanning' | 'watching';
  beginPass(): void;
  setPhase(phase: 'scanning' | 'watching'): void;
  endPass(): void;
}

/** Builds the state of an ingest that has not started. */
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
