import type { Problem } from '../../../shared/domain/problem.ts';
import type { Block } from '../../../shared/domain/block.ts';
import type { DoctorReport } from '../../../shared/domain/doctor-report.ts';
import type { SourceId } from '../../../shared/domain/ids.ts';
import type { LimitWindow } from '../../../shared/domain/limit-window.ts';
import type { AgentProcess } from '../../../shared/domain/process-sample.ts';
import type { Report, ReportQuery, UsageTotals } from '../../../shared/domain/report.ts';
import type { SessionSummary } from '../../../shared/domain/session.ts';
import type { Dispose } from '../../../shared/lib/disposable.ts';
import type { Settings } from '../../../shared/settings/schema.ts';
import type { AppSnapshot } from '../../../shared/snapshot/app-snapshot.ts';
import type { ActiveBlockOutlook } from '../../../shared/snapshot/outlook.ts';

/** Which surfaces are looked at, and what the system is doing: decides how often the engine looks. */
export interface Attention {
  readonly popoverVisible: boolean;
  readonly historyVisible: boolean;
  readonly onBattery: boolean;
  /** Suspended, locked or hot: only what must be done. */
  readonly constrained: boolean;
}

/** Which blocks or sessions to list; days are inclusive, in `timeZone` (null: the settings' own). */
export interface SpanQuery {
  readonly since: string | null;
  readonly until: string | null;
  readonly timeZone: string | null;
  readonly source: SourceId | null;
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
 * The engine: reads logs into the ledger, samples processes and answers. The tray app and the command line use the
 * same one. Queries answer from the ledger as it stands.
 */
export interface Engine {
  /**
   * Reads everything that is new in the logs, once. Resolves when it is in the ledger. `watching` keeps looking after
   * that, until `stop`. When another Fuelgauge already writes this ledger, nothing is read and queries answer from
   * what that one has written. Rejects with an `EngineFailure` when what was read once cannot be kept.
   */
  start(mode: 'once' | 'watching'): Promise<void>;
  /** Stops watching and closes the ledger. Nothing is lost: what was read is committed. */
  stop(): Promise<void>;
  snapshot(): AppSnapshot;
  /** Tells the newest snapshot after every change of it. */
  onSnapshot(listener: (snapshot: AppSnapshot) => void): Dispose;
  report(query: ReportQuery): Report;
  blocks(query: SpanQuery): readonly Block[];
  activeBlocks(): readonly ActiveBlockOutlook[];
  sessions(query: SpanQuery): readonly SessionSummary[];
  limits(): readonly LimitWindow[];
  /** Samples twice, a moment apart, so that processor use is known. */
  processes(): Promise<readonly AgentProcess[]>;
  doctor(): DoctorReport;
  totals(query: SpanQuery): UsageTotals;
  setSettings(settings: Settings): void;
  setPaused(paused: boolean): void;
  setAttention(attention: Attention): void;
  /** Looks for new roots and files now. Resolves when they are read. */
  rescan(): Promise<void>;
}
