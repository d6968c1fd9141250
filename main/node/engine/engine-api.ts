import type { Problem } from '../../../shared/domain/problem.ts';
import type { Dispose } from '../../../shared/lib/disposable.ts';
import type { Settings } from '../../../shared/settings/schema.ts';
import type { AppSnapshot } from '../../../shared/snapshot/app-snapshot.ts';
import type { EngineAnswers } from './answers.ts';

/** Which surfaces are on show, and what the system is doing: decides how often the engine samples and refreshes. */
export interface Attention {
  readonly popoverVisible: boolean;
  readonly historyVisible: boolean;
  readonly onBattery: boolean;
  /** Suspended, locked or hot: only what must be done. */
  readonly constrained: boolean;
}

/** The engine cannot do what it was asked to; `problem` says why, for people. */
export class EngineFailure extends Error {
  readonly problem: Problem;

  constructor(problem: Problem, cause: unknown) {
    super(problem.id, { cause });
    this.problem = problem;
  }
}

/**
 * The engine: reads logs into the ledger, samples processes and answers the contract's calls (`engineCalls`). The tray
 * app and the command line use the same one. Answers come from the ledger as it stands.
 */
export interface Engine extends EngineAnswers {
  /**
   * Reads everything that is new in the logs, once. Resolves when it is in the ledger. `watching` keeps looking after
   * that, until `stop`. When another Fuelgauge already writes this ledger, nothing is read and queries answer from
   * what that one has written. Rejects with an `EngineFailure` when what was read once cannot be kept.
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
