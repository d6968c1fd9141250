import type { SourceId } from './ids.ts';
import type { LimitId } from './limit-id.ts';

/** Tokens or percent at the 10, 25, 50, 75 and 90 % quantiles, ascending. */
export interface ForecastQuantiles {
  readonly p10: number;
  readonly p25: number;
  readonly p50: number;
  readonly p75: number;
  readonly p90: number;
}

/** A span that holds a value with a probability of 80 %, by the record of the same forecasts in the past. */
export interface ForecastInterval {
  readonly from: number;
  readonly to: number;
}

/** Below this probability, running out is not worth mentioning. */
export const noticeableRisk = 0.02;

/** Whether, and when, more than a limit will be used. */
export interface RunOut {
  /** The probability, 0 to 1, that it happens before the end. */
  readonly probability: number;
  /** If it does, when: the times by which 10, 50 and 90 % of that probability has accrued, UTC milliseconds. */
  readonly earlyMs: number | null;
  readonly medianMs: number | null;
  readonly lateMs: number | null;
}

/** How the total of a block, a day or a week will end, in tokens. An estimate. */
export interface TotalForecast {
  readonly kind: 'block' | 'day' | 'week';
  /** The agent whose block it is; null for a day or a week of all agents. */
  readonly source: SourceId | null;
  readonly startMs: number;
  readonly endMs: number;
  /** The forecast is of this moment, a full quarter of an hour, UTC milliseconds. */
  readonly asOfMs: number;
  readonly usedTokens: number;
  readonly tokens: ForecastQuantiles;
  readonly interval: ForecastInterval;
  /** The probability, 0 to 1, that nothing more is used. */
  readonly nothingMore: number;
  /** Against the block's limit, if it has one. */
  readonly runOut: RunOut | null;
}

/**
 * How far a provider's limit window will be used up. An estimate from official readings and the person's own history.
 */
export interface LimitForecast {
  readonly id: LimitId;
  readonly source: SourceId;
  readonly asOfMs: number;
  readonly endMs: number;
  /** When the provider reported the figure that is extrapolated, UTC milliseconds. */
  readonly observedAtMs: number;
  readonly usedPercent: number;
  /** May exceed 100: what would be used without the limit. */
  readonly percent: ForecastQuantiles;
  readonly interval: ForecastInterval;
  /** Null where that figure is stale: what was used elsewhere since then is not in the logs. */
  readonly runOut: RunOut | null;
}

/** What an unusual amount of usage belongs to. */
export const anomalyKinds = ['session', 'hour', 'day'] as const;
export type AnomalyKind = (typeof anomalyKinds)[number];

/** What accounts for most of an unusual amount. */
export const anomalyCauses = ['session', 'project', 'model', 'sidechain', 'cache-rebuilt', 'unknown'] as const;
export type AnomalyCause = (typeof anomalyCauses)[number];

/** A session, an hour or a day far above what is usual for this person. */
export interface Anomaly {
  /** Permanent: the same anomaly always has the same id, so that it is reported only once. */
  readonly id: string;
  readonly kind: AnomalyKind;
  readonly startMs: number;
  readonly tokens: number;
  /** The usual maximum of such a session, hour or day. */
  readonly usualTokens: number;
  readonly cause: AnomalyCause;
  /** The name of the session, project or model; null where the cause has none. */
  readonly causeName: string | null;
  /** The share of the tokens, 0 to 1, that the cause accounts for. */
  readonly causeShare: number;
}
