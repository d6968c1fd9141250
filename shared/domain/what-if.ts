import type { DayKey } from './calendar-day.ts';
import type { ModelId, SourceId } from './ids.ts';
import type { MicroUsd } from './money.ts';

/** What some usage costs at list prices, and would cost with another use of the cache. All estimated. */
export interface CacheCosts {
  readonly listMicroUsd: MicroUsd | null;
  /** The same tokens with no cache: everything that was written to or read from it is fresh input. */
  readonly withoutCacheMicroUsd: MicroUsd | null;
  /** The same tokens with every cache write at the price of 5 minutes, or of an hour. */
  readonly all5mMicroUsd: MicroUsd | null;
  readonly all1hMicroUsd: MicroUsd | null;
  /** Share of the tokens that have a price, 0 to 1; 1 without any. */
  readonly pricedShare: number;
}

/** The usage of a range, if all of it had gone to one model. */
export interface ModelWhatIf {
  readonly model: ModelId;
  /** Null when the model has no known price. */
  readonly costMicroUsd: MicroUsd | null;
  /** Whether the range used it. */
  readonly isUsed: boolean;
}

/** What a plan would be worth for the usage of one source. */
export interface PlanWhatIf {
  readonly source: SourceId;
  readonly plan: string;
  readonly label: string;
  /** Dollars a month before tax. */
  readonly monthlyUsd: number;
  /** The usage of a month of 30 days at the range's rate, at list prices; null where unknown. */
  readonly monthCostMicroUsd: MicroUsd | null;
  /** As in `UsageTotals`: that cost is not in `monthCostMicroUsd`. */
  readonly unpricedModels: readonly ModelId[];
  /** Who says that the person has it; null: it is not known that they do. */
  readonly knownFrom: 'provider' | 'setting' | null;
}

/** The same usage under other conditions. */
export interface WhatIf {
  readonly generatedAtMs: number;
  readonly timeZone: string;
  /** Days of the range with or without usage, from the first usage at the earliest. */
  readonly days: number;
  readonly cache: CacheCosts;
  /** The cheapest first; those without a price last. */
  readonly models: readonly ModelWhatIf[];
  readonly plans: readonly PlanWhatIf[];
}

/** How a model's cache was used by one source. */
export interface CacheHabit {
  readonly source: SourceId;
  readonly model: ModelId;
  readonly write5mTokens: number;
  readonly write1hTokens: number;
  readonly readTokens: number;
  readonly freshTokens: number;
  /** Estimated: writes after a pause that had let the cache expire. */
  readonly rebuilds: number;
  readonly rebuiltTokens: number;
  /** The part of them after a pause of at most an hour: a cache of an hour would have held. */
  readonly avoidableRebuilds: number;
  readonly costs: CacheCosts;
  /** What rebuilt tokens cost more than reading them would have; null when no price is known. */
  readonly lostMicroUsd: MicroUsd | null;
  readonly avoidableMicroUsd: MicroUsd | null;
}

/** What the cache saved and lost, and which lifetime would have been cheaper. */
export interface CacheCoach {
  readonly generatedAtMs: number;
  readonly timeZone: string;
  /** The first day that is covered; a long range is cut to its last 90 days. */
  readonly since: DayKey | null;
  /** The largest writers first. */
  readonly rows: readonly CacheHabit[];
}
