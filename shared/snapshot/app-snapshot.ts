import type { Block } from '../domain/block.ts';
import type { Anomaly, LimitForecast, TotalForecast } from '../domain/forecast.ts';
import type { RootStatus } from '../domain/doctor-report.ts';
import type { SourceId } from '../domain/ids.ts';
import type { LimitChanges } from '../domain/limit-change.ts';
import type { LimitWindow } from '../domain/limit-window.ts';
import type { Currency } from '../domain/money.ts';
import type { CostMode } from '../domain/price-choices.ts';
import type { Problem } from '../domain/problem.ts';
import type { AgentProcess, OrphanGroup, OwnCost } from '../domain/agent-process.ts';
import type { PeriodUsage } from '../domain/report.ts';
import type { SessionPulse, SessionSummary } from '../domain/session.ts';
import type { BlockLimit, SourcePlan } from '../domain/plan.ts';
import type { RecentBurn } from '../domain/burn-rate.ts';
import type { CalendarSettings } from '../settings/calendar-settings.ts';

/**
 * Progress of reading the logs. `percent` is of bytes, 0 to 100. `following`: another running Fuelgauge reads the logs,
 * and this one shows its results.
 */
export interface ScanStatus {
  readonly phase: 'starting' | 'scanning' | 'watching' | 'following' | 'paused' | 'failed';
  readonly filesDone: number;
  readonly filesTotal: number;
  readonly bytesDone: number;
  readonly bytesTotal: number;
  readonly percent: number;
}

/** The status before anything has been read. */
export const scanNotStarted: ScanStatus = {
  phase: 'starting',
  filesDone: 0,
  filesTotal: 0,
  bytesDone: 0,
  bytesTotal: 0,
  percent: 0,
};

/** Where a source's logs were looked for, and what the ledger holds for it. */
export interface SourceStatus {
  readonly source: SourceId;
  readonly label: string;
  /** False for a proxy and for what other tools kept. */
  readonly isAgent: boolean;
  readonly roots: readonly RootStatus[];
  readonly events: number;
  readonly lastAtMs: number | null;
  /** The plans that the settings offer for it. */
  readonly plans: readonly Pick<SourcePlan, 'id' | 'label'>[];
  /** Its own program, which can be asked for its limits; null where there is none. */
  readonly limitProgram: string | null;
}

/** The active block of a source. Its outlook is derived from it and the time: see `toBlockOutlook`. */
export interface ActiveBlock {
  readonly source: SourceId;
  readonly block: Block;
  readonly limit: BlockLimit | null;
  /** Of the current quarter-hour; null while the logs have not been read. */
  readonly forecast: TotalForecast | null;
}

/** A session with recent usage. */
export interface RunningSession extends SessionSummary, SessionPulse {
  /** True if a process of its agent runs in its folder, or if it was active within the last minutes. */
  readonly isRunning: boolean;
}

/** The limit windows. Which of them binds, and which are stale, depends on the time: see `toLimitsOutlook`. */
export interface LimitsSection {
  readonly windows: readonly LimitWindow[];
  /** Of the windows that can be forecast, as of the newest reading or usage in the quarter of an hour that began last. */
  readonly forecasts: readonly LimitForecast[];
}

/** What runs now: agents, what they left behind, and Fuelgauge itself (null until it was measured). */
export interface ProcessesSection {
  readonly agents: readonly AgentProcess[];
  readonly orphans: readonly OrphanGroup[];
  readonly own: OwnCost | null;
}

/**
 * The sections of a snapshot. Each changes and is sent on its own. They hold facts: whatever depends on the clock alone
 * (ages, remaining times, rates) is derived where it is shown, so that a section changes only when its facts do.
 */
export interface SnapshotSections {
  readonly scan: ScanStatus;
  readonly sources: readonly SourceStatus[];
  readonly blocks: readonly ActiveBlock[];
  readonly limits: LimitsSection;
  readonly usage: {
    readonly timeZone: string;
    /** When days and weeks begin, and how clocks are written. */
    readonly calendar: CalendarSettings;
    /** The display currency on every surface; amounts in the snapshot itself stay in dollars. */
    readonly currency: Currency;
    /** Where the costs of all sections come from. */
    readonly costMode: CostMode;
    readonly today: PeriodUsage;
    readonly week: PeriodUsage;
    /** How the day and the week of all sources end, as of the newest usage; none while the logs are not known. */
    readonly forecasts: readonly TotalForecast[];
    /** Sessions, hours and days of the last week far above one's own, newest first. */
    readonly anomalies: readonly Anomaly[];
    /** What has changed of plans and allowances; searched once an hour. */
    readonly limitChanges: LimitChanges;
  };
  /** The newest hour of usage by minute, from which burn rates are computed: see `toBurnRates`. */
  readonly burn: RecentBurn;
  readonly sessions: readonly RunningSession[];
  readonly processes: ProcessesSection;
  readonly health: { readonly problems: readonly Problem[] };
}

export type SectionName = keyof SnapshotSections;

/** The compiler requires every section here, and no others. */
const sectionPlaces: Readonly<Record<SectionName, true>> = {
  scan: true,
  sources: true,
  blocks: true,
  limits: true,
  usage: true,
  burn: true,
  sessions: true,
  processes: true,
  health: true,
};

/** All section names, in snapshot order. */
export const sectionNames = Object.keys(sectionPlaces) as readonly SectionName[];

/** Everything that every surface shows, at one moment. The single source of truth outside the engine. */
export interface AppSnapshot {
  readonly schema: 'fuelgauge.snapshot.v1';
  /** Increases with every change of any section. */
  readonly revision: number;
  readonly generatedAtMs: number;
  readonly sections: SnapshotSections;
  /** The snapshot's revision at which each section last changed. */
  readonly sectionRevisions: Readonly<Record<SectionName, number>>;
}

/** What changed since `baseRevision`. A holder of that revision can bring it up to date with `applyChange`. */
export interface SnapshotChange {
  readonly baseRevision: number;
  readonly revision: number;
  readonly generatedAtMs: number;
  readonly sections: Partial<SnapshotSections>;
}
