import type { DayKey } from './calendar-day.ts';
import type { SourceId } from './ids.ts';
import type { UsageFilter } from './usage-filter.ts';

/** Which usage a query covers; days are inclusive. Null: no bound, the settings' time zone, every source. */
export interface SpanQuery {
  readonly since: DayKey | null;
  readonly until: DayKey | null;
  readonly timeZone: string | null;
  readonly source: SourceId | null;
}

/** Which usage a query covers, filtered by the globs of `UsageFilter`. */
export interface UsageQuery extends SpanQuery, UsageFilter {}

/** Which source a query covers; null means every source. */
export interface SourceQuery {
  readonly source: SourceId | null;
}
