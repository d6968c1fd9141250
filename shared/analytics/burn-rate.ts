import { burnWindowsMinutes, type BurnMinute, type BurnRate, type RecentBurn } from '../domain/burn-rate.ts';
import { floorTo, minuteMs } from '../domain/instant.ts';
import { totalTokens } from '../domain/token-usage.ts';
import type { UsageCell } from '../domain/usage-cell.ts';
import { compareValues } from '../lib/compare.ts';
import type { PriceBook } from '../ports/price-book.ts';

/** Sums cells by source and minute, ordered by time. The grain must be a minute or less. */
export function collectBurnMinutes(cells: Iterable<UsageCell>, book: PriceBook): readonly BurnMinute[] {
  const minutes = new Map<string, BurnMinute>();
  for (const cell of cells) {
    const key = `${floorTo(cell.firstAtMs, minuteMs)} ${cell.source}`;
    const minute = toBurnMinute(cell, book);
    const known = minutes.get(key);
    minutes.set(key, known === undefined ? minute : joinMinutes(known, minute));
  }
  return [...minutes.values()].sort((a, b) => a.atMs - b.atMs || compareValues(a.source, b.source));
}

/** The rates over the last 5, 15 and 60 minutes as of an instant. */
export function measureBurnRates(burn: RecentBurn, nowMs: number): readonly BurnRate[] {
  return burnWindowsMinutes.map((windowMinutes) => measureRate(burn, windowMinutes, nowMs));
}

/**
 * The events in `(now - window, now]` (those dated ahead of this clock count once their time comes), divided by the window, or by the time since the first of them if that is
 * shorter: the rate starts with the work and decays when it stops. Known idle time is 0, unknown time is null.
 */
function measureRate(
  { minutes, coverageFromMs }: RecentBurn,
  windowMinutes: BurnRate['windowMinutes'],
  nowMs: number,
): BurnRate {
  if (coverageFromMs === null || coverageFromMs > nowMs) return toUnknownRate(windowMinutes);
  const windowFromMs = nowMs - windowMinutes * minuteMs;
  const [first, ...rest] = minutes.filter(({ atMs }) => atMs > windowFromMs && atMs >= coverageFromMs && atMs <= nowMs);
  if (first === undefined) {
    if (coverageFromMs > windowFromMs) return toUnknownRate(windowMinutes);
    return { windowMinutes, tokensPerMinute: 0, freshTokensPerMinute: 0, costMicroUsdPerHour: 0, isCostPartial: false };
  }
  const { atMs, tokens, freshTokens, costMicroUsd, isCostPartial } = rest.reduce(joinMinutes, first);
  const elapsedMinutes = Math.max((nowMs - atMs) / minuteMs, 1);
  return {
    windowMinutes,
    tokensPerMinute: Math.round(tokens / elapsedMinutes),
    freshTokensPerMinute: Math.round(freshTokens / elapsedMinutes),
    costMicroUsdPerHour: costMicroUsd === null ? null : Math.round((costMicroUsd / elapsedMinutes) * 60),
    isCostPartial,
  };
}

function toBurnMinute(cell: UsageCell, book: PriceBook): BurnMinute {
  const { source, firstAtMs, usage } = cell;
  const costMicroUsd = book.costOf(cell);
  return {
    source,
    atMs: firstAtMs,
    tokens: totalTokens(usage),
    freshTokens: usage.inputTokens + usage.outputTokens,
    costMicroUsd,
    isCostPartial: costMicroUsd === null,
  };
}

function joinMinutes(left: BurnMinute, right: BurnMinute): BurnMinute {
  return {
    source: left.source,
    atMs: Math.min(left.atMs, right.atMs),
    tokens: left.tokens + right.tokens,
    freshTokens: left.freshTokens + right.freshTokens,
    costMicroUsd:
      left.costMicroUsd === null || right.costMicroUsd === null
        ? (left.costMicroUsd ?? right.costMicroUsd)
        : left.costMicroUsd + right.costMicroUsd,
    isCostPartial: left.isCostPartial || right.isCostPartial,
  };
}

function toUnknownRate(windowMinutes: BurnRate['windowMinutes']): BurnRate {
  const none = { tokensPerMinute: null, freshTokensPerMinute: null, costMicroUsdPerHour: null };
  return { windowMinutes, ...none, isCostPartial: false };
}
