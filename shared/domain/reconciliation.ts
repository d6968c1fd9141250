import type { DayKey } from './calendar-day.ts';
import type { ModelId, SourceId } from './ids.ts';

/** Responses and all of their tokens. In a difference both may be negative. */
export interface ResponseCount {
  readonly responses: number;
  readonly tokens: number;
}

/** One count minus another. */
export function subtractCounts(left: ResponseCount, right: ResponseCount): ResponseCount {
  return { responses: left.responses - right.responses, tokens: left.tokens - right.tokens };
}

/**
 * Why an account differs from the other. `duplicate`: received more than once. `not-joined`: nothing in it says which row
 * of the log it is, so it is not counted. `not-in-log`: no log has it, so telemetry's counts. `other-root`: the same, and
 * no log here has its session at all: its log is below a root that is not read, or there is none. `understated`: the
 * log has the response with fewer tokens, so the larger numbers count. `only-in-log`: what the log has beyond the
 * telemetry that was joined to it; negative where telemetry dates a response to another day or names another
 * model.
 */
export const differenceClasses = [
  'duplicate',
  'not-joined',
  'not-in-log',
  'other-root',
  'understated',
  'only-in-log',
] as const;
export type DifferenceClass = (typeof differenceClasses)[number];

/**
 * One day and model of a source by each account. `received` - duplicate - not-joined - not-in-log - other-root
 * - understated + only-in-log = `logged`; in responses, without understated, since both accounts have those.
 */
export interface ReconciledRow {
  readonly day: DayKey;
  readonly source: SourceId;
  readonly model: ModelId;
  /** By the agent's logs alone; where a log is gone, with the corrections that telemetry made while it was there. */
  readonly logged: ResponseCount;
  /** As telemetry came in. */
  readonly received: ResponseCount;
  readonly differences: Readonly<Record<DifferenceClass, ResponseCount>>;
}

/**
 * One day and model according to a proxy, beside what all logs say about that model. `received` = joined + not in log +
 * other root + not joined + duplicate.
 */
export interface ReconciledProxyRow {
  readonly day: DayKey;
  /** The proxy. */
  readonly source: SourceId;
  /** Without the provider that a proxy puts in front of it. */
  readonly model: ModelId;
  readonly received: ResponseCount;
  /** What the proxy charged, in millionths of a dollar; null where it does not say. */
  readonly chargedMicroUsd: number | null;
  /**
   * What the same responses cost at list prices (or the person's own), an estimate in millionths of a dollar: what the
   * proxy charged beyond that is a difference in price, not in tokens. Null where it charged nothing that it says, or
   * the price of any of these is unknown.
   */
  readonly pricedMicroUsd: number | null;
  /** A log has it, too, so it counts once. */
  readonly joined: ResponseCount;
  /** Part of `joined`: the responses that a log has with fewer tokens, and by how many, which count by the proxy. */
  readonly understated: ResponseCount;
  /** No log has it, so it counts, by the proxy. */
  readonly notInLog: ResponseCount;
  /** The person said that its log is not read here, so it counts, by the proxy. */
  readonly otherRoot: ResponseCount;
  /** Nothing says whether a log has it, so it does not count. */
  readonly notJoined: ResponseCount;
  readonly duplicate: ResponseCount;
  /** What all logs have for this model on this day. */
  readonly logged: ResponseCount;
}

/** Every account beside the others. */
export interface Reconciliation {
  readonly generatedAtMs: number;
  readonly timeZone: string;
  readonly rows: readonly ReconciledRow[];
  readonly proxies: readonly ReconciledProxyRow[];
}
