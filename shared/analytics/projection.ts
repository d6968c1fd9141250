import { toRemainingMs, type Block } from '../domain/block.ts';
import type { ForecastInterval, TotalForecast } from '../domain/forecast.ts';
import type { MicroUsd } from '../domain/money.ts';
import type { BlockLimit } from '../domain/plan.ts';
import { totalTokens } from '../domain/token-usage.ts';

/** From this probability on, a block is said to run out. */
const likelyFrom = 0.5;

/** The estimated end result of a block, and when its limit is reached. */
export interface BlockOutlook {
  readonly remainingMs: number;
  /** The block's likeliest end result (the median), and its 80 % interval; null without a forecast. */
  readonly projection: {
    readonly totalTokens: number;
    readonly interval: ForecastInterval;
    readonly costMicroUsd: MicroUsd | null;
  } | null;
  /**
   * When the limit is reached, if that is more likely than not; the time of the last event if it already was. Null when
   * it lasts, or when nothing is known.
   */
  readonly runsOutAtMs: number | null;
  /** The probability, 0 to 1, that the limit is reached before the block ends; null without a limit or a forecast. */
  readonly runOutProbability: number | null;
}

/**
 * Projects a block from now to its end, by the forecast of the current quarter-hour. Usage since then is certain, so no
 * figure is below it. Cost is taken to grow as tokens do.
 */
export function projectBlock(
  {
    block,
    limit,
    forecast,
  }: { readonly block: Block; readonly limit: BlockLimit | null; readonly forecast: TotalForecast | null },
  nowMs: number,
): BlockOutlook {
  const remainingMs = toRemainingMs(block, nowMs);
  const isOver = limit !== null && limit.usedPercent >= 100;
  const runOut = forecast?.runOut ?? null;
  const lastMs = block.lastAtMs ?? nowMs;
  return {
    remainingMs,
    projection: forecast === null ? null : toProjection(block, forecast, remainingMs),
    runsOutAtMs: isOver ? lastMs : runOut === null ? null : toRunOutMs(runOut, nowMs, block.endMs),
    runOutProbability: isOver
      ? 1
      : limit === null || runOut === null
        ? null
        : remainingMs === 0
          ? 0
          : runOut.probability,
  };
}

function toProjection(
  block: Block,
  { tokens, interval }: TotalForecast,
  remainingMs: number,
): NonNullable<BlockOutlook['projection']> {
  const used = totalTokens(block.usage);
  const atLeast = (value: number): number => (remainingMs === 0 ? used : Math.max(used, value));
  const total = atLeast(tokens.p50);
  const { costMicroUsd } = block;
  return {
    totalTokens: total,
    interval: { from: atLeast(interval.from), to: atLeast(interval.to) },
    costMicroUsd: costMicroUsd === null || used === 0 ? costMicroUsd : Math.round((costMicroUsd * total) / used),
  };
}

function toRunOutMs(
  { probability, medianMs }: NonNullable<TotalForecast['runOut']>,
  nowMs: number,
  endMs: number,
): number | null {
  if (probability < likelyFrom || medianMs === null || nowMs >= endMs) return null;
  return Math.max(medianMs, nowMs);
}
