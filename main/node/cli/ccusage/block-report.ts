import type { AnswerOf, HostCalls } from '../../../../shared/contract/index.ts';
import { toRemainingMs, type Block } from '../../../../shared/domain/block.ts';
import { hourMs, minuteMs, toIso } from '../../../../shared/domain/instant.ts';
import { toUsd } from '../../../../shared/domain/money.ts';
import { cacheCreationTokens, totalTokens } from '../../../../shared/domain/token-usage.ts';
import type { ActiveBlockOutlook } from '../../../../shared/snapshot/outlook.ts';
import { selectBlocks, toTokenLimit } from '../options/select-blocks.ts';
import type { CcusageOptions } from './ccusage-options.ts';

/** Above this share of its limit, a block counts as near it, as in ccusage. */
const warningShare = 0.8;

/** The report of blocks: `{blocks: […]}`. */
export function toBlockReport(
  { rows, active, generatedAtMs }: AnswerOf<HostCalls, 'blocks'>,
  options: CcusageOptions,
): object {
  const limit = toTokenLimit(rows, options.tokenLimit);
  const outlooks = new Map(active.map((each) => [each.block.startMs, each]));
  return {
    blocks: selectBlocks(rows, options, generatedAtMs).map((block) => {
      const outlook = block.kind === 'active' ? (outlooks.get(block.startMs) ?? null) : null;
      return { ...toBlockFields(block), ...toOutlookFields(outlook, limit, generatedAtMs) };
    }),
  };
}

function toBlockFields(block: Block) {
  const isGap = block.kind === 'gap';
  const startTime = toIso(block.startMs);
  return {
    id: isGap ? `gap-${startTime}` : startTime,
    startTime,
    endTime: toIso(block.endMs),
    actualEndTime: toIso(block.lastAtMs),
    isActive: block.kind === 'active',
    isGap,
    entries: block.events,
    tokenCounts: {
      inputTokens: block.usage.inputTokens,
      outputTokens: block.usage.outputTokens,
      cacheCreationInputTokens: cacheCreationTokens(block.usage),
      cacheReadInputTokens: block.usage.cacheReadTokens,
    },
    totalTokens: totalTokens(block.usage),
    costUSD: isGap ? 0 : toUsd(block.costMicroUsd),
    models: block.models,
  };
}

function toOutlookFields(outlook: ActiveBlockOutlook | null, limit: number | null, nowMs: number) {
  if (outlook === null) return { burnRate: null, projection: null };
  const { projection } = outlook;
  return {
    burnRate: toBurnRate(outlook.block),
    projection: projection && {
      totalTokens: projection.totalTokens,
      totalCost: toUsd(projection.costMicroUsd),
      remainingMinutes: Math.round(toRemainingMs(outlook.block, nowMs) / minuteMs),
    },
    ...(limit !== null && projection !== null && { tokenLimitStatus: toLimitStatus(projection.totalTokens, limit) }),
  };
}

/** Between the first and the last request, as in ccusage: it does not fall while nothing happens. */
function toBurnRate({ firstAtMs, lastAtMs, usage, costMicroUsd }: Block) {
  if (firstAtMs === null || lastAtMs === null || lastAtMs <= firstAtMs) return null;
  const minutes = (lastAtMs - firstAtMs) / minuteMs;
  const cost = toUsd(costMicroUsd);
  return {
    tokensPerMinute: totalTokens(usage) / minutes,
    tokensPerMinuteForIndicator: (usage.inputTokens + usage.outputTokens) / minutes,
    costPerHour: cost === null ? null : (cost * hourMs) / (lastAtMs - firstAtMs),
  };
}

function toLimitStatus(projectedUsage: number, limit: number) {
  const status = projectedUsage > limit ? 'exceeds' : projectedUsage > warningShare * limit ? 'warning' : 'ok';
  return { limit, projectedUsage, percentUsed: (projectedUsage / limit) * 100, status };
}
