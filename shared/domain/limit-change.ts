import type { SourceId } from './ids.ts';
import type { LimitId } from './limit-id.ts';

/** A provider's readings name another plan than before. */
export interface PlanChange {
  readonly source: SourceId;
  /** A window whose readings show it. */
  readonly id: LimitId;
  /** As the provider calls them. */
  readonly from: string;
  readonly to: string;
  /** When the old plan was read last and the new one first, UTC milliseconds. */
  readonly lastSeenMs: number;
  readonly firstSeenMs: number;
}

/** What a percent of a window stood for, in the median, over a part of its history. */
export interface AllowanceSide {
  /** API-equivalent dollars, and tokens of all classes, per percent. */
  readonly usdPerPercent: number;
  readonly tokensPerPercent: number;
  /** Pairs of readings, and the percent between them in sum. */
  readonly pairs: number;
  readonly percent: number;
}

/** A percent of a window now stands for more or less usage than before. */
export interface AllowanceChange {
  readonly source: SourceId;
  readonly id: LimitId;
  /** The provider's label of the window, and its length in minutes. */
  readonly label: string | null;
  readonly windowMinutes: number | null;
  /** Between these moments it changed: the last that is still old, and the first that is new. UTC milliseconds. */
  readonly lastOldMs: number;
  readonly firstNewMs: number;
  readonly before: AllowanceSide;
  readonly after: AllowanceSide;
  /** The new allowance as a multiple of the old one: 0.5 is half. */
  readonly ratio: number;
  /** Standard deviations of the rank sum; see `findChangePoint`. */
  readonly score: number;
  /** The readings name another plan from about then on, so the change was not silent. */
  readonly isWithPlan: boolean;
  /** Other models were used than before, which may explain it. */
  readonly isOtherModels: boolean;
}

/** Recent changes of limits. */
export interface LimitChanges {
  readonly plans: readonly PlanChange[];
  readonly allowances: readonly AllowanceChange[];
}

/** No known changes. */
export const noLimitChanges: LimitChanges = { plans: [], allowances: [] };
