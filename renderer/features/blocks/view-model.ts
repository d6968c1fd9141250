import type { SourceId } from '../../../shared/domain/ids.ts';
import { blockMs } from '../../../shared/domain/block.ts';
import { totalTokens } from '../../../shared/domain/token-usage.ts';
import type { Currency } from '../../../shared/domain/money.ts';
import { ownPlan, type BlockLimit } from '../../../shared/domain/plan.ts';
import type { ActiveBlockOutlook } from '../../../shared/snapshot/outlook.ts';
import { toLevel, type Level } from '../../../shared/domain/level.ts';
import { messages } from '../../messages.ts';

const { blocks: words, common, format } = messages;

/** What the display of blocks depends on. */
export interface BlocksContext {
  readonly nowMs: number;
  readonly timeZone: string;
  readonly thresholdsPercent: readonly number[];
  readonly labelOf: (source: SourceId) => string;
  readonly currency: Currency;
}

/** One active block, ready to show. */
export interface BlockView {
  readonly id: string;
  readonly owner: string;
  /** `2h 24m left`. */
  readonly leftText: string;
  /** `14:00 – 19:00`. */
  readonly spanText: string;
  readonly boundary: ActiveBlockOutlook['block']['boundary'];
  readonly elapsedPercent: number;
  readonly tokens: string;
  readonly tokensTitle: string;
  /** Null when nothing in it has a known price. */
  readonly cost: string | null;
  readonly projectedTokens: string | null;
  /** How likely the projected end is, in a sentence. */
  readonly projectedTitle: string;
  readonly projectedCost: string | null;
  readonly limit: {
    readonly percent: number;
    readonly text: string;
    readonly level: Level;
    readonly provenance: BlockLimit['provenance'];
    readonly title: string;
  } | null;
  /** `Limit reached 16:40, in 1h 10m`, or null. */
  readonly runsOutText: string | null;
  /** `Likely enough until its end; 1 in 8 that it runs out`, or null where there is no limit, or it runs out. */
  readonly oddsText: string | null;
}

/** Prepares an active block for display; `active` must be as of the context's `nowMs`. */
export function toBlockView(active: ActiveBlockOutlook, context: BlocksContext): BlockView {
  const { block, limit, remainingMs } = active;
  const { nowMs, timeZone } = context;
  const tokens = totalTokens(block.usage);
  return {
    id: `${active.source}/${block.startMs}`,
    owner: context.labelOf(active.source),
    leftText: words.left(remainingMs),
    spanText: words.span(format.moment(block.startMs, nowMs, timeZone), format.moment(block.endMs, nowMs, timeZone)),
    boundary: block.boundary,
    elapsedPercent: Math.min(100, Math.max(0, (100 * (nowMs - block.startMs)) / blockMs)),
    tokens: format.compact(tokens),
    tokensTitle: common.tokensInResponses(tokens, block.events),
    cost: block.costMicroUsd === null ? null : format.money(block.costMicroUsd, context.currency),
    projectedTokens: active.projection === null ? null : format.compact(active.projection.totalTokens),
    projectedTitle:
      active.projection === null
        ? words.noForecast
        : words.likelyEnd(
            format.compact(active.projection.interval.from),
            format.compact(active.projection.interval.to),
          ),
    projectedCost:
      active.projection === null || active.projection.costMicroUsd === null
        ? null
        : format.money(active.projection.costMicroUsd, context.currency),
    limit: limit === null ? null : toLimit(limit, context),
    runsOutText:
      active.runsOutAtMs === null || active.runsOutAtMs <= nowMs
        ? null
        : words.runsOut(format.moment(active.runsOutAtMs, nowMs, timeZone), active.runsOutAtMs - nowMs),
    oddsText:
      active.runsOutAtMs !== null || active.runOutProbability === null ? null : words.odds(active.runOutProbability),
  };
}

function toLimit(limit: BlockLimit, { thresholdsPercent, currency }: BlocksContext): NonNullable<BlockView['limit']> {
  const value =
    limit.unit === 'usd' ? format.money(limit.value * 1_000_000, currency) : words.countLimit(limit.value, limit.unit);
  return {
    percent: limit.usedPercent,
    text: words.shareOf(limit.usedPercent, value),
    level: toLevel(limit.usedPercent, thresholdsPercent),
    provenance: limit.provenance,
    title: limit.plan === ownPlan ? words.ownLimit : words.planLimit(limit.plan),
  };
}
