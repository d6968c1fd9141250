import type { DoctorReport } from '../../shared/domain/doctor-report.ts';
import type { Problem } from '../../shared/domain/problem.ts';
import type { Report, ReportQuery } from '../../shared/domain/report.ts';
import type { Dispose } from '../../shared/lib/disposable.ts';
import type { Settings } from '../../shared/settings/schema.ts';
import type { AppSnapshot } from '../../shared/snapshot/app-snapshot.ts';
import type { Attention } from '../node/engine/engine-api.ts';

/**
 * The engine as the shell sees it: somewhere off the main thread, answering later. Orders never throw; an order given
 * while the engine is not running takes effect when it starts.
 */
export interface EngineHost {
  /** Starts reading and watching. Rejects when the engine cannot start. It is kept running after that. */
  start(): Promise<void>;
  /** Stops; what was read is committed. Safe to call when it is not running. */
  stop(): Promise<void>;
  /** The newest snapshot; null before the first. */
  snapshot(): AppSnapshot | null;
  onSnapshot(listener: (snapshot: AppSnapshot) => void): Dispose;
  report(query: ReportQuery): Promise<Report>;
  doctor(): Promise<DoctorReport>;
  setSettings(settings: Settings): void;
  setPaused(isPaused: boolean): void;
  setAttention(attention: Attention): void;
  rescan(): Promise<void>;
  /** The engine cannot be kept running, and why. */
  onFatal(listener: (problem: Problem) => void): Dispose;
}
