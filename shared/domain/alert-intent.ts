import type { DayKey } from './calendar-day.ts';
import type { AnomalyCause, AnomalyKind } from './forecast.ts';
import type { SessionId, SourceId } from './ids.ts';
import type { Incident } from './incident.ts';
import type { LimitTitle } from './limit-window.ts';
import type { MicroUsd } from './money.ts';
import type { PeriodKind } from './report.ts';
import type { SessionStatus, SignalReason } from './session-signal.ts';

/** What an alert is about: a provider's limit window, or a 5-hour block measured from the logs. */
export type AlertSubject = ({ readonly kind: 'limit' } & LimitTitle) | { readonly kind: 'block' };

/** What happens at a session's hard limit. A paused session resumes by a click; a stopped one by a new prompt. */
export const guardActions = ['warn', 'pause', 'stop'] as const;
export type GuardAction = (typeof guardActions)[number];

/** Every kind of alert, by the name of its rule, with the facts its message needs. */
export interface AlertParameters {
  /** Usage crossed a threshold of the settings. */
  readonly threshold: {
    readonly subject: AlertSubject;
    /** The highest threshold that was crossed. */
    readonly thresholdPercent: number;
    readonly usedPercent: number;
    /** UTC milliseconds; null when unknown. */
    readonly resetsAtMs: number | null;
  };
  /** At its pace, a window is used up before it resets. */
  readonly 'runs-out': {
    readonly subject: AlertSubject;
    readonly usedPercent: number;
    readonly runsOutAtMs: number;
    readonly resetsAtMs: number;
    /** How likely that is, 0 to 1; null where the projection gives no probability. */
    readonly probability: number | null;
  };
  /** Nothing is left of a window. */
  readonly depleted: { readonly subject: AlertSubject; readonly resetsAtMs: number | null };
  /** A window that was used up is available again, and no other one of its account blocks. */
  readonly restored: { readonly subject: AlertSubject };
  /** Spending reached a share of a budget. */
  readonly spend: {
    readonly period: PeriodKind;
    readonly costMicroUsd: MicroUsd;
    /** Some of the cost is not known. Left out where that is not so, and by earlier versions. */
    readonly isCostPartial?: boolean;
    readonly budgetMicroUsd: MicroUsd;
    readonly thresholdPercent: number;
  } & AlertPeriod;
  /** The last hour used far more than this person's own busy hours did. */
  readonly burn: {
    readonly tokensPerHour: number;
    /** The 90th percentile of the earlier hours with usage, in tokens. */
    readonly typicalTokensPerHour: number;
    /** Folder of the session that used most lately; null when unknown. */
    readonly project: string | null;
    /** That session, and the process that works on it; left out by earlier versions. */
    readonly sessionId?: SessionId | null;
    readonly pid?: number | null;
  };
  /** A session or a day is far above this person's own. */
  readonly anomaly: {
    readonly anomaly: Exclude<AnomalyKind, 'hour'>;
    readonly tokens: number;
    /** The usual maximum of such a session or day. */
    readonly usualTokens: number;
    readonly cause: AnomalyCause;
    /** The name of the session, project or model; null where the cause has none. */
    readonly causeName: string | null;
    /** The share of the tokens, 0 to 1, that the cause accounts for. */
    readonly causeShare: number;
  };
  /** A percent of a window now stands for a different amount of usage, or the provider names a different plan. */
  readonly allowance: {
    readonly change: 'plan' | 'allowance';
    /** What the providers call the plans; null for an allowance. */
    readonly fromPlan: string | null;
    readonly toPlan: string | null;
    /** The window; null for a plan. */
    readonly subject: AlertSubject | null;
    /** The new allowance as a multiple of the old one, and what shows it; null for a plan. */
    readonly ratio: number | null;
    readonly pairsBefore: number | null;
    readonly pairsAfter: number | null;
    /** Since when, UTC milliseconds. */
    readonly sinceMs: number;
  };
  /** An agent and what it started have used much of the machine for a long time. */
  readonly 'busy-agent': {
    readonly label: string;
    readonly project: string | null;
    readonly pid: number;
    readonly measure: 'cpu' | 'memory';
    /** CPU as a ratio of one core, or bytes of memory. */
    readonly value: number;
    readonly forMs: number;
  };
  /** A session waits for the person, has finished or failed: its agent's own hook said so. */
  readonly session: {
    readonly sessionId: SessionId;
    readonly status: Exclude<SessionStatus, 'working'>;
    readonly reason: SignalReason | null;
    readonly project: string | null;
  };
  /** A session reached a limit that the person set for every session. Either money or tokens; the other is null. */
  readonly guard: {
    readonly sessionId: SessionId;
    readonly project: string | null;
    readonly level: 'soft' | 'hard';
    readonly action: GuardAction;
    readonly tokens: { readonly used: number; readonly limit: number } | null;
    readonly costMicroUsd: MicroUsd | null;
    /** Some of the cost is not known. Left out where that is not so, and by earlier versions. */
    readonly isCostPartial?: boolean;
    readonly budgetMicroUsd: MicroUsd | null;
  };
  /** An agent ended and left processes behind. */
  readonly orphan: {
    /** The agent; null when it was gone before we first looked. */
    readonly label: string | null;
    readonly name: string;
    readonly pid: number;
    readonly processes: number;
    readonly rssBytes: number;
  };
  /** An agent's logs grow, but nothing in them counts: it fell silent, or its format has changed. */
  readonly 'silent-source': { readonly grownBytes: number; readonly sinceMs: number };
  /** An agent is about to delete logs that were not read. */
  readonly 'expiring-logs': {
    readonly sourceLabel: string;
    readonly logs: number;
    readonly deletesAtMs: number;
  };
  /** A provider's public status page reports an incident. */
  readonly incident: Omit<Incident, 'id'>;
  /** What the day or the week has used so far, or had used at its end. */
  readonly digest: {
    readonly period: 'day' | 'week';
    readonly tokens: number;
    readonly responses: number;
    readonly costMicroUsd: MicroUsd | null;
    /** Some of the cost is not known. Left out where that is not so, and by earlier versions. */
    readonly isCostPartial?: boolean;
    /** The person's day, and minutes since midnight, up to which it counts; left out when all of it does. */
    readonly upTo?: { readonly day: DayKey; readonly minute: number };
  } & AlertPeriod;
}

/** The day, week or month that it is about: an alert may be read after that has ended. Left out by earlier versions. */
export interface AlertPeriod {
  /** Its first day. */
  readonly since?: DayKey;
  readonly endsAtMs?: number;
}

/** Stable name of a kind of alert: also the name of its rule, of its memory and of its message. */
export type AlertKind = keyof AlertParameters;

/** The user should be alerted now: facts without a sentence. */
export type AlertIntent<Kind extends AlertKind = AlertKind> = {
  readonly [Each in Kind]: {
    readonly kind: Each;
    /** Permanently identifies what the alert is about, for example a limit window. */
    readonly key: string;
    /** The agent that it is about; null when it is about all of them. */
    readonly source: SourceId | null;
    readonly parameters: AlertParameters[Each];
  };
}[Kind];

/** An alert that was raised. */
export interface RaisedAlert {
  /** Unique for each alert. */
  readonly id: string;
  /** UTC milliseconds. */
  readonly raisedAtMs: number;
  readonly intent: AlertIntent;
}
