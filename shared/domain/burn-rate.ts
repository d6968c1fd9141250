import type { SourceId } from './ids.ts';
import type { MicroUsd } from './money.ts';

/** Lengths of the sliding windows over which rates are measured. */
export const burnWindowsMinutes = [5, 15, 60] as const;

/** Usage of one source in one minute: the fact from which burn rates follow at any later instant. */
export interface BurnMinute {
  readonly source: SourceId;
  /** The first event of that minute, UTC milliseconds. */
  readonly atMs: number;
  /** All token classes. */
  readonly tokens: number;
  /** Fresh input and output only. */
  readonly freshTokens: number;
  /** Cost of what has a known price; null when nothing of it has one. */
  readonly costMicroUsd: MicroUsd | null;
}

/** The minutes with usage of the last hour, by time. */
export interface RecentBurn {
  readonly minutes: readonly BurnMinute[];
  /** Since when the logs are known without a gap, UTC milliseconds; null when they have not been read. */
  readonly coverageFromMs: number | null;
}

/** How fast tokens and money go, over the last so many minutes. Null: nothing is known of that time. */
export interface BurnRate {
  readonly windowMinutes: (typeof burnWindowsMinutes)[number];
  /** All token classes. */
  readonly tokensPerMinute: number | null;
  /** Fresh input and output only. */
  readonly freshTokensPerMinute: number | null;
  readonly costMicroUsdPerHour: MicroUsd | null;
}
