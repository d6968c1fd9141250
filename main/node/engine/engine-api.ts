import type { Audience } from '../../../shared/domain/audience.ts';
import type { Dispose } from '../../../shared/lib/disposable.ts';
import type { Settings } from '../../../shared/settings/schema.ts';
import type { AppSnapshot } from '../../../shared/snapshot/app-snapshot.ts';
import type { EngineAnswers } from './answers.ts';

/** Who looks, and what the system is doing: decides how often the engine samples and refreshes. */
export interface Attention {
  readonly audience: Audience;
  readonly onBattery: boolean;
  /** Suspended, locked or hot: only what must be done. */
  readonly constrained: boolean;
}

/**
 * The engine: reads logs into the ledger, samples processes and answers the contract's calls (`engineCalls`). The tray
 * app and the command line use the same one. Answers come from the ledger as it stands.
 */
export interface Engine extends EngineAnswers {
  /**
   * Reads everything that is new in the logs, once. Resolves when it is in the ledger. `watching` keeps looking after
   * that, until `stop`. When another Fuelgauge already writes this ledger, nothing is read and queries answer from
   * what that one has written. Rejects with an `ProblemError` when what was read once cannot be kept.
   */
  start(mode: 'once' | 'watching'): Promise<void>;
  /** Stops watching and closes the ledger. Nothing is lost: what was read is committed. */
  stop(): Promise<void>;
  snapshot(): AppSnapshot;
  /** Calls back with the newest snapshot after every change of it. */
  onSnapshot(listener: (snapshot: AppSnapshot) => void): Dispose;
  setSettings(settings: Settings): void;
  setAttention(attention: Attention): void;
}
