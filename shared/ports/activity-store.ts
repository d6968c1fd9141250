import type { ActivityKind, ActivityRow } from '../domain/activity.ts';

/** Which slots to list: those that begin in `[fromMs, toMs)`. Rows of unknown time begin at 0. */
export interface ActivityQuery {
  readonly fromMs: number;
  readonly toMs: number;
}

/** How far something was read: a short text of JSON, by the name of what was read. */
export type ActivityCursors = ReadonlyMap<string, string>;

/** What was found, and how far was read. Either all of it is stored, or nothing. */
export interface ActivityBatch {
  /** Numbers to add to the stored ones. */
  readonly added: readonly ActivityRow[];
  /** Lower bounds: a larger stored number stays. For files that are counted again as a whole. */
  readonly raised: readonly ActivityRow[];
  readonly cursors: ActivityCursors;
}

/** How to thin out old slots. */
export interface ActivityThinning {
  /** Quarters of an hour that begin before this (a multiple of a day, UTC) are summed up in days. */
  readonly daysBeforeMs: number;
}

/** What to forget. */
export interface ActivityForgetting {
  readonly kinds: readonly ActivityKind[];
  /** Rows that began before this are also refused later. */
  readonly atMs: number;
}

/**
 * The use of AI sites, apps, tools and APIs, in numbers only. Sums shrink only when the person deletes them, so they can
 * be shown as counters. Every method is synchronous.
 */
export interface ActivityStore {
  recordActivity(batch: ActivityBatch): void;
  /** Ordered by time, grain, kind, name, via and origin. */
  activity(query: ActivityQuery): readonly ActivityRow[];
  activityCursors(): ActivityCursors;
  /** Makes old slots coarser. No sum changes. */
  thinActivity(order: ActivityThinning): void;
  /** Permanently deletes everything about some kinds. Returns how many rows that were. */
  forgetActivity(order: ActivityForgetting): number;
}
