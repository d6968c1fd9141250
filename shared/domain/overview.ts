import type { DayKey } from './calendar-day.ts';
import type { ModelId, SourceId } from './ids.ts';
import type { MicroUsd } from './money.ts';
import type { UsageTotals } from './report.ts';

/** Usage and cost of a span of days, and how many sessions and projects they are spread over. */
export interface SpanFigures {
  readonly totals: UsageTotals;
  readonly sessions: number;
  /** Projects with usage; usage without a project counts as none. */
  readonly projects: number;
  /**
   * Estimated: what the same tokens would have cost more without a cache, at list prices; negative where the cache cost
   * more than it saved. Null when no price is known.
   */
  readonly cacheSavedMicroUsd: MicroUsd | null;
  /** How many limit windows were used up, by the provider's own readings; null when there are no readings. */
  readonly limitStops: number | null;
}

/** Where the money went: one model in one project of one source. */
export interface SpendingPlace extends UsageTotals {
  readonly source: SourceId;
  readonly model: ModelId;
  readonly project: string | null;
}

/** A range of days in figures, beside the equally long range before it, or as much of that as is over of the range. */
export interface Overview {
  readonly generatedAtMs: number;
  readonly timeZone: string;
  /** The days that are covered, both inclusive; null where nothing bounds the query and there is no usage. */
  readonly since: DayKey | null;
  readonly until: DayKey | null;
  readonly figures: SpanFigures;
  /** The range before; null for a range without a start, and where the ledger does not reach back that far. */
  readonly before: SpanFigures | null;
  /** Up to when the range before is counted, where the range itself is not over; null where both are whole. */
  readonly beforeUntilMs: number | null;
  /** The 40 most expensive and the 40 with the most tokens, the most expensive first; the others are in `otherPlaces`. */
  readonly places: readonly SpendingPlace[];
  readonly otherPlaces: UsageTotals;
}

/** Usage of one hour of the clock on one day of the week, over all weeks of a range. */
export interface HourOfWeek {
  /** 0 is Monday. */
  readonly weekday: number;
  /** 0 to 23, of the range's time zone. */
  readonly hour: number;
  readonly tokens: number;
  readonly events: number;
  readonly costMicroUsd: MicroUsd | null;
}

/** When the person works, and with how many sessions at once. */
export interface WorkHours {
  readonly generatedAtMs: number;
  readonly timeZone: string;
  /** Only hours with usage. */
  readonly hours: readonly HourOfWeek[];
  /** Estimated from the times of responses: minutes in which sessions worked, two at once counted twice. */
  readonly agentMinutes: number;
  /** Estimated: the most sessions that worked at the same time; null without usage. */
  readonly peak: { readonly sessions: number; readonly atMs: number } | null;
}

/** Usage of one source in one hour. */
export interface HourUsage extends UsageTotals {
  /** UTC milliseconds: an hour of the clock in the answer's time zone. */
  readonly startMs: number;
  readonly source: SourceId;
}
