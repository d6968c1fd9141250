import type { SourceId } from './ids.ts';
import type { LimitId } from './limit-id.ts';

/** One reading of a limit window. */
export interface LimitHistoryPoint {
  readonly atMs: number;
  /** Share that was used, 0 to 100. */
  readonly usedPercent: number;
  readonly resetsAtMs: number | null;
}

/** The readings of a limit window over time, all of them official. */
export interface LimitHistory {
  readonly id: LimitId;
  readonly source: SourceId;
  readonly label: string | null;
  readonly windowMinutes: number | null;
  /** In order; thinned to at most 2000 where there are more, peaks and resets kept. */
  readonly points: readonly LimitHistoryPoint[];
  /** How many windows of it ended, and how many of those were used up. */
  readonly windows: number;
  readonly usedUp: number;
}
