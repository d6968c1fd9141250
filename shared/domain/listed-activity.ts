import type { ActivityCategory } from './activity.ts';

/** A site or app whose use is counted. */
export interface ListedEntry {
  readonly kind: 'site' | 'app';
  /** The domain (with its path prefix), or the id of an app: what an own rate refers to. */
  readonly name: string;
  readonly label: string;
  readonly category: ActivityCategory;
  /** US dollars an hour of active use without the person's own rates: a guess; null where there is none. */
  readonly usdPerHour: number | null;
}

/** Everything that is counted: the tables with the person's own entries. */
export interface ListedActivity {
  /** When tables and rates were last checked: `2026-11-26`. */
  readonly ratesDate: string;
  /** Sites first. */
  readonly entries: readonly ListedEntry[];
}
