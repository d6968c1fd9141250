import type { MicroUsd } from './money.ts';

/** Lengths of the sliding windows over which rates are measured. */
export const burnWindowsMinutes = [5, 15, 60] as const;

/** How fast tokens and money go, over the last so many minutes. Null: nothing is known of that time. */
export interface BurnRate {
  readonly windowMinutes: (typeof burnWindowsMinutes)[number];
  /** All token classes. */
  readonly tokensPerMinute: number | null;
  /** Fresh input and output only. */
  readonly freshTokensPerMinute: number | null;
  readonly costMicroUsdPerHour: MicroUsd | null;
}

/** The rate of a window of whose time nothing is known. */
export function unknownRate(windowMinutes: BurnRate['windowMinutes']): BurnRate {
  return { windowMinutes, tokensPerMinute: null, freshTokensPerMinute: null, costMicroUsdPerHour: null };
}

/** The rates of all windows while nothing is known. */
export const unknownRates: readonly BurnRate[] = burnWindowsMinutes.map(unknownRate);
