import { burnWindowsMinutes, type BurnRate, unknownRate } from '../domain/burn-rate.ts';
import { minuteMs } from '../domain/instant.ts';
import { totalTokens } from '../domain/token-usage.ts';
import type { UsageCell } from '../domain/usage-cell.ts';
import type { PriceBook } from '../ports/price-book.ts';
import { sumTotals } from './totals.ts';

export interface RateOptions {
  readonly nowMs: number;
  readonly book: PriceBook;
  /** Since when the logs are known without a hole, UTC milliseconds; null when they have not been read. */
  readonly coverageFromMs: number | null;
}

/** The rates over the last 5, 15 and 60 minutes. Cells should be of one minute or less; older ones do not matter. */
export function measureBurnRates(cells: readonly UsageCell[], options: RateOptions): readonly BurnRate[] {
  return burnWindowsMinutes.map((windowMinutes) => measureRate(cells, windowMinutes, options));
}

/**
 * Events in `(now - window, now]`, over the window, or over the time since the first of them when that is shorter: a
 * rate that begins with the work, and decays when it stops. Idle time that is known is 0, unknown time is null.
 */
function measureRate(
  cells: readonly UsageCell[],
  windowMinutes: BurnRate['windowMinutes'],
  { nowMs, book, coverageFromMs }: RateOptions,
): BurnRate {
  if (coverageFromMs === null || coverageFromMs > nowMs) return unknownRate(windowMinutes);
  const windowFromMs = nowMs - windowMinutes * minuteMs;
  const within = cells.filter(
    ({ firstAtMs }) => firstAtMs > windowFromMs && firstAtMs >= coverageFromMs && firstAtMs <= nowMs,
  );
  if (within.length === 0) {
    if (coverageFromMs > windowFromMs) return unknownRate(windowMinutes);
    return { windowMinutes, tokensPerMinute: 0, freshTokensPerMinute: 0, costMicroUsdPerHour: 0 };
  }
  const firstAtMs = within.reduce((earliest, cell) => Math.min(earliest, cell.firstAtMs), nowMs);
  const minutes = Math.max((nowMs - firstAtMs) / minuteMs, 1);
  const { usage, costMicroUsd } = sumTotals(within, book);
  return {
    windowMinutes,
    tokensPerMinute: Math.round(totalTokens(usage) / minutes),
    freshTokensPerMinute: Math.round((usage.inputTokens + usage.outputTokens) / minutes),
    costMicroUsdPerHour: costMicroUsd === null ? null : Math.round((costMicroUsd / minutes) * 60),
  };
}
