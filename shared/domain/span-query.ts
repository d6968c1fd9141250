import type { DayKey } from './calendar-day.ts';
import type { SourceId } from './ids.ts';
import type { UsageFilter } from './usage-filter.ts';

/** Which usage a question is about; days are inclusive. Null: no bound, the settings' time zone, every source. */
export interface SpanQuery {
  readonly since: DayKey | null;
  readonly until: DayKey | null;
  readonly timeZone: string | null;
  readonly source: SourceId | null;
}

/** Which usage a question is about, narrowed down by project and model. */
export interface UsageQuery extends SpanQuery, UsageFilter {}

/** Which source a question is about; null: every source. */
export interface SourceQuery {
  readonly source: SourceId | null;
}
