import type { LimitId } from '../domain/limit-id.ts';
import type { LimitReading } from '../domain/limit-window.ts';

/** Which limit readings to list: those observed in `[fromMs, toMs)`, for one window or for all. */
export interface LimitQuery {
  readonly fromMs: number;
  readonly toMs: number;
  readonly limit?: LimitId | undefined;
}

/** The history of limit readings. Every method is synchronous. */
export interface LimitStore {
  /**
   * The newest reading of every limit window observed at or before `atMs`. Readings without an account share one window,
   * although several accounts may have reported them. So for every window that names an account, is a day or longer and
   * resets later, the newest of them with the same reset is included, too, with everything reported along with it.
   */
  latestLimitReadings(atMs: number): readonly LimitReading[];
  /**
   * The kept readings of a span, ordered by time. Of equal percentages within five minutes, only the first and the last
   * are kept.
   */
  limitReadings(query: LimitQuery): readonly LimitReading[];
}
