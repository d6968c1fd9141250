import type { SourceId } from './ids.ts';
import type { MicroUsd } from './money.ts';

/** Lengths of the sliding windows over which rates are measured. */
export const burnWindowsMinutes = [5, 15, 60] as const;

/** Usage of one source in one minute. Burn rates at any later instant are computed from these. */
export interface BurnMinute {
  readonly source: SourceId;
  /** The first event of that minute, UTC milliseconds. */
  readonly atMs: number;
  /** All token classes. */
  readonly tokens: number;
  /** Fresh input and output only. */
  readonly freshTokens: number;
  /** Cost of the part with a known price; null when no part has one. */
  readonly costMicroUsd: MicroUsd | null;
  /** Some of its cost is not known. */
  readonly isCostPartial: boolean;
}

/** The newest minutes with usage, ordered by time: at least those of the last hour. */
export interface RecentBurn {
  readonly minutes: readonly BurnMinute[];
  /** Since when the logs are known without a gap, UTC milliseconds; null when they have not been read. */
  readonly coverageFromMs: number | null;
}

/** Tokens and cost per minute over the last minutes. Null: nothing is known about that time. */
export interface BurnRate {
  readonly windowMinutes: (typeof burnWindowsMinutes)[number];
  /** All token classes. */
  readonly tokensPerMinute: number | null;
  /** Fresh input and output only. */
  readonly freshTokensPerMinute: number | null;
  readonly costMicroUsdPerHour: MicroUsd | null;
  /** Some of that cost is not known. */
  readonly isCostPartial: boolean;
}
