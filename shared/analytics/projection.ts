import { toRemainingMs, type Block } from '../domain/block.ts';
import type { BurnRate } from '../domain/burn-rate.ts';
import { hourMs, minuteMs } from '../domain/instant.ts';
import type { MicroUsd } from '../domain/money.ts';
import type { BlockLimit } from '../domain/plan.ts';
import { totalTokens } from '../domain/token-usage.ts';

/** The projected end result of a block, and when its limit is reached. */
export interface BlockOutlook {
  readonly remainingMs: number;
  /** The block's end result if the rate continues; null while the rate is unknown. */
  readonly projection: { readonly totalTokens: number; readonly costMicroUsd: MicroUsd | null } | null;
  /**
   * When the limit is reached; the time of the last event if it already was. Null when it lasts, or when nothing is
   * known.
   */
  readonly runsOutAtMs: number | null;
}

/**
 * Projects a block from now to its end. `rate` is the last hour's rate of the block's own source. The limited quantity
 * decides what runs out: tokens by the token rate, dollars by the cost rate, never one by the other.
 */
export function projectBlock(
  block: Block,
  rate: BurnRate,
  limit: Pick<BlockLimit, 'unit' | 'value'> | null,
  nowMs: number,
): BlockOutlook {
  const remainingMs = toRemainingMs(block, nowMs);
  const { tokensPerMinute, costMicroUsdPerHour } = rate;
  const tokens = totalTokens(block.usage);
  const projection =
    tokensPerMinute === null
      ? null
      : {
          totalTokens: tokens + Math.round((tokensPerMinute * remainingMs) / minuteMs),
          costMicroUsd:
            block.costMicroUsd === null || costMicroUsdPerHour === null
              ? null
              : block.costMicroUsd + Math.round((costMicroUsdPerHour * remainingMs) / hourMs),
        };
  return { remainingMs, projection, runsOutAtMs: limit === null ? null : runsOutAt(block, rate, limit, nowMs) };
}

function runsOutAt(
  block: Block,
  { tokensPerMinute, costMicroUsdPerHour }: BurnRate,
  { unit, value }: Pick<BlockLimit, 'unit' | 'value'>,
  nowMs: number,
): number | null {
  const used = unit === 'tokens' ? totalTokens(block.usage) : block.costMicroUsd;
  if (used === null) return null;
  const left = (unit === 'tokens' ? value : value * 1_000_000) - used;
  if (left <= 0) return block.lastAtMs ?? nowMs;
  const perMs = unit === 'tokens' ? (tokensPerMinute ?? 0) / minuteMs : (costMicroUsdPerHour ?? 0) / hourMs;
  if (perMs === 0) return null;
  const atMs = Math.round(nowMs + left / perMs);
  return atMs < block.endMs ? atMs : null;
}
