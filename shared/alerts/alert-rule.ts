import type { AlertIntent, AlertKind, AlertSubject } from '../domain/alert-intent.ts';
import type { BurnMinute } from '../domain/burn-rate.ts';
import type { DayKey } from '../domain/calendar-day.ts';
import type { Anomaly } from '../domain/forecast.ts';
import type { ModelId, SessionId, SourceId } from '../domain/ids.ts';
import type { Incident } from '../domain/incident.ts';
import type { LimitChanges } from '../domain/limit-change.ts';
import type { LimitWindow } from '../domain/limit-window.ts';
import type { LocalTime } from '../domain/local-time.ts';
import type { MicroUsd } from '../domain/money.ts';
import type { AgentProcess, OrphanGroup } from '../domain/agent-process.ts';
import type { PeriodKind } from '../domain/report.ts';
import type { SessionPulse } from '../domain/session.ts';
import type { SessionSignal } from '../domain/session-signal.ts';
import type { TokenUsage } from '../domain/token-usage.ts';
import type { AlertChoices } from './alert-choices.ts';
import type { LimitedBlock } from './observations.ts';

/** A window, and when it runs out by the current projection. */
export interface ProjectedWindow {
  /** As in the observations of the window. */
  readonly key: string;
  readonly source: SourceId;
  readonly subject: AlertSubject;
  readonly usedPercent: number;
  /** Null: as far as is known, it lasts until its reset. */
  readonly runsOutAtMs: number | null;
  readonly resetsAtMs: number;
  /** Length of the window. */
  readonly windowMs: number;
  /** 0 to 1; null where the projection gives none. */
  readonly probability: number | null;
}

/** What a period has cost so far. */
export interface PeriodCost {
  /** Null: nothing of its cost is known. */
  readonly costMicroUsd: MicroUsd | null;
  /** Some of its cost is not known. */
  readonly isCostPartial: boolean;
}

/** The same with the period. */
export interface PeriodSpend extends PeriodCost {
  readonly period: PeriodKind;
  /** Its first day. */
  readonly since: DayKey;
  /** When the period ends, UTC milliseconds. */
  readonly endsAtMs: number;
}

/** What a day or a week has used so far. */
export interface PeriodSoFar extends PeriodCost {
  readonly period: 'day' | 'week';
  /** Its first day. */
  readonly since: DayKey;
  /** When it ends, UTC milliseconds. */
  readonly endsAtMs: number;
  readonly tokens: number;
  readonly responses: number;
}

/** A source, the size of its logs, and how many of their records count. */
export interface SourceGrowth {
  readonly source: SourceId;
  readonly events: number;
  readonly bytes: number;
}

/** A session with recent usage. */
export interface RecentSession {
  readonly source: SourceId;
  readonly sessionId: SessionId;
  readonly project: string | null;
  readonly lastAtMs: number;
  readonly usage: TokenUsage;
  readonly costMicroUsd: MicroUsd | null;
  /** Models with some unknown cost. */
  readonly unpricedModels: readonly ModelId[];
  /** Tokens by minute, in the quarter of an hour before its newest response. */
  readonly minutes: SessionPulse['minutes'];
}

/** The facts that rules decide on. */
export interface AlertInput {
  readonly blocks: readonly LimitedBlock[];
  readonly windows: readonly LimitWindow[];
  readonly projected: readonly ProjectedWindow[];
  readonly spend: readonly PeriodSpend[];
  readonly periods: readonly PeriodSoFar[];
  /** All of the day and the week before those; empty until known. */
  readonly endedPeriods: readonly PeriodSoFar[];
  /** The newest hour of usage, by minute. */
  readonly burnMinutes: readonly BurnMinute[];
  readonly sessions: readonly RecentSession[];
  readonly agents: readonly AgentProcess[];
  readonly orphans: readonly OrphanGroup[];
  /** Recent signals of agents about their sessions. */
  readonly signals: readonly SessionSignal[];
  /** The sessions, as `source:id`, whose agent has asked our hook before a step, so that it can stop them. */
  readonly stoppable: ReadonlySet<string>;
  /** Sessions, hours and days far above this person's usual. */
  readonly anomalies: readonly Anomaly[];
  /** Changes of plans and allowances. */
  readonly limitChanges: LimitChanges;
  readonly sources: readonly SourceGrowth[];
  /** What providers' status pages report now; empty unless the person wants that. */
  readonly incidents: readonly Incident[];
  /** Logs that their agent will delete before they are read; null when there are none. */
  readonly expiring: { readonly sourceLabel: string; readonly logs: number; readonly deletesAtMs: number } | null;
  /** The thresholds of the settings. */
  readonly thresholdsPercent: readonly number[];
  /** The other settings of rules. */
  readonly choices: AlertChoices;
  /** The person's own time of day. */
  readonly local: LocalTime;
  /** The hour of the clock at which the person's days begin. */
  readonly dayStartHour: number;
  /** When the facts were collected, UTC milliseconds. The clock may have moved in either direction since the last time. */
  readonly nowMs: number;
}

/**
 * Decides when to raise alerts of one kind. Pure: everything it knows is in its memory, which is plain JSON and
 * persists across restarts. Only the rule itself reads its memory.
 */
export interface AlertRule<Kind extends AlertKind = AlertKind, Memory = unknown> {
  /** Parses the memory that an earlier run stored; undefined when nothing was. Drops what is malformed. */
  parseMemory(stored: unknown): Memory;
  /** Adapts the memory of a process that has just handed over; if omitted, it is used as stored. */
  continueMemory?(memory: Memory): Memory;
  /** Returns the same memory if nothing is to be remembered. */
  evaluate(memory: Memory, input: AlertInput): RuleOutcome<Kind, Memory>;
}

/** The alerts to raise now, and what to remember. */
export interface RuleOutcome<Kind extends AlertKind = AlertKind, Memory = unknown> {
  readonly memory: Memory;
  readonly intents: readonly AlertIntent<Kind>[];
}
