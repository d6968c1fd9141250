import type { Audience } from '../../../shared/domain/audience.ts';
import type { Dispose } from '../../../shared/lib/disposable.ts';
import type { Settings } from '../../../shared/settings/schema.ts';
import type { AppSnapshot } from '../../../shared/snapshot/app-snapshot.ts';
import type { EngineAnswers } from './answers/answers.ts';

/** Who is watching, and the state of the system: decides how often the engine samples and refreshes. */
export interface Attention {
  readonly audience: Audience;
  readonly onBattery: boolean;
  /** Suspended, locked or hot: only essential work. */
  readonly constrained: boolean;
}

/**
 * The engine: reads logs into the ledger, samples processes and answers the contract's calls (`engineCalls`). The tray
 * app and the command line use the same one. Answers come from the current state of the ledger.
 */
export interface Engine extends EngineAnswers {
  /**
   * Reads everything new in the logs, once. Resolves when it is in the ledger. `watching` keeps following the logs
   * afterwards, until `stop`. When another Fuelgauge already writes this ledger, nothing is read, and queries answer
   * from what that process has written. Rejects with a `ProblemError` when the result of a single read cannot be
   * stored.
   */
  start(mode: 'once' | 'watching'): Promise<void>;
  /** Stops watching and closes the ledger. Nothing is lost: everything read has been committed. */
  stop(): Promise<void>;
  snapshot(): AppSnapshot;
  /** Calls back with the newest snapshot after every change to it. */
  onSnapshot(listener: (snapshot: AppSnapshot) => void): Dispose;
  setSettings(settings: Settings): void;
  setAttention(attention: Attention): void;
}
