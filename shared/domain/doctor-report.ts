import type { OwnBudget, OwnCost } from './agent-process.ts';
import type { Coverage } from './coverage.ts';
import type { ReadFailure } from './failures.ts';
import type { ModelId, SourceId } from './ids.ts';
import type { UnloggedCall, SkipReason } from './log-record.ts';
import type { FoldedLabel } from './metric-label.ts';
import type { Problem } from './problem.ts';

/** A folder that was searched, and what was found there. */
export interface RootStatus {
  readonly path: string;
  readonly origin: string;
  /** `asleep`: in another system on this machine that is not running, and is not started for this. */
  readonly state: 'found' | 'missing' | 'unreadable' | 'asleep';
  readonly files: number;
  readonly bytes: number;
}

/** Everything that explains one source's numbers. */
export interface SourceDiagnosis {
  readonly source: SourceId;
  readonly label: string;
  readonly coverage: Coverage;
  readonly roots: readonly RootStatus[];
  readonly files: number;
  readonly bytes: number;
  /** Files that were read but no longer exist; what they held stays counted. */
  readonly goneFiles: number;
  readonly lines: number;
  /** Rows with usage, and the events they make up after merging. */
  readonly eventRows: number;
  readonly events: number;
  /** Time of the newest counted event; null when there is none. */
  readonly lastEventAtMs: number | null;
  /** Rows merged into an event that another row started. */
  readonly mergedRows: number;
  /** Events recognised as replays of others; stored, not counted. */
  readonly replayedEvents: number;
  /** Counted events whose output may be understated. */
  readonly unfinishedEvents: number;
  /** Display names of the agent's own reasons and calls, by code. */
  readonly words: {
    readonly skipReasons: Readonly<Record<SkipReason, string>>;
    readonly unloggedCalls: Readonly<Record<UnloggedCall, string>>;
  };
  readonly skips: Readonly<Record<SkipReason, number>>;
  readonly unloggedCalls: Readonly<Record<UnloggedCall, number>>;
  readonly unpricedModels: readonly ModelId[];
  readonly unreadable: readonly { readonly path: string; readonly reason: ReadFailure }[];
}

/** Whether there is anything to say about an agent: one of its folders, or usage that was read from it before. */
export function isPresent({ roots, events, goneFiles }: SourceDiagnosis): boolean {
  return goneFiles > 0 || events > 0 || hasFolder({ roots, events });
}

/**
 * Whether an agent has a folder. One in a system that is asleep counts if the agent has usage: every agent might have
 * one there, which cannot be checked.
 */
export function hasFolder({ roots, events }: Pick<SourceDiagnosis, 'roots' | 'events'>): boolean {
  return roots.some(({ state }) => state === 'found' || state === 'unreadable' || (state === 'asleep' && events > 0));
}

/** What `doctor` shows. */
export interface DoctorReport {
  readonly generatedAtMs: number;
  readonly dataFolder: string;
  readonly pricesDatedOn: string;
  readonly problems: readonly Problem[];
  /** The cost of the Fuelgauge process that answers: the running app, or a command, which ends with its answer. */
  readonly own: OwnCost;
  readonly ownBudget: OwnBudget;
  readonly sources: readonly SourceDiagnosis[];
  /** Of all sources: whose names a server's metrics do not all show. */
  readonly foldedLabels: readonly FoldedLabel[];
}
