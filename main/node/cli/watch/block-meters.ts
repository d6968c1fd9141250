import type { Baseline } from '../../../../shared/domain/baseline.ts';
import { blockMs } from '../../../../shared/domain/block.ts';
import { toLevel } from '../../../../shared/domain/level.ts';
import { measureIn } from '../../../../shared/domain/plan.ts';
import type { ActiveBlock } from '../../../../shared/snapshot/app-snapshot.ts';
import { toBlockOutlook, type ActiveBlockOutlook } from '../../../../shared/snapshot/outlook.ts';
import { messages } from '../messages.ts';
import type { CliOptions } from '../options/cli-options.ts';
import { createTimeText, toCostText, toMoneyText } from '../output/figures.ts';
import { bold, wrapText } from '../output/page.ts';
import type { LivePage } from './live-page.ts';
import { formatMeters, type Meter } from './meters.ts';

const { blocks, cli, common, format } = messages;
const { answers, watch: texts } = cli;
const meterUnits = ['tokens', 'usd', 'requests'] as const;
type MeterUnit = (typeof meterUnits)[number];

/** What blocks are compared with. */
export interface BlockContext {
  readonly baselines: readonly Baseline[];
  readonly thresholdsPercent: readonly number[];
  readonly options: CliOptions;
}

/** An active block: how much of its time, tokens, cost and messages is used, and how it will probably end. */
export function formatBlock(page: LivePage, active: ActiveBlock, context: BlockContext): string {
  const outlook = toBlockOutlook(active, page.nowMs);
  const toText = createTimeText(page);
  const { block, source } = outlook;
  const from = toText(block.startMs);
  const to = toText(block.endMs);
  return [
    bold(page, texts.block(source, blocks.span(from, to), common.provenance[block.boundary].label)),
    formatMeters(page, [
      {
        label: texts.meters.time,
        percent: Math.min(100, ((page.nowMs - block.startMs) / blockMs) * 100),
        note: blocks.left(outlook.remainingMs),
        level: null,
      },
      ...meterUnits
        .filter((unit) => unit !== 'usd' || context.options.hasCost)
        .map((unit) => toMeter(page, outlook, unit, context)),
    ]),
    ...toLimitLine(page, outlook),
    ...toForecastLine(page, outlook, context.options),
  ].join('\n');
}

/** The unit's own limit if the block has one, else what such blocks usually hold. */
function toMeter(
  page: LivePage,
  { source, block, limit }: ActiveBlockOutlook,
  unit: MeterUnit,
  { baselines, thresholdsPercent }: BlockContext,
): Meter {
  const used = measureIn(unit, block);
  const label = texts.meters[unit];
  const toAmount = (value: number): string => toAmountText(page, unit, value);
  const amount = unit === 'usd' && used !== null ? toCostText(block, page.currency) : null;
  const value = used === null ? common.provenance.unknown.label : (amount ?? toAmount(used));
  if (limit !== null && limit.unit === unit) {
    const note = texts.ofLimit(
      format.percent(limit.usedPercent),
      toAmount(limit.value),
      common.provenance[limit.provenance].label,
    );
    return { label, percent: limit.usedPercent, value, note, level: toLevel(limit.usedPercent, thresholdsPercent) };
  }
  const usual = baselines.find((baseline) => baseline.source === source && baseline.unit === unit) ?? null;
  if (used === null || usual?.p90 == null || usual.p90 === 0) {
    return { label, percent: null, value, note: usual === null ? '' : texts.learning(usual.blocks), level: null };
  }
  const percent = (used / usual.p90) * 100;
  const note = texts.ofUsual(format.percent(percent), toAmount(usual.p90), common.provenance[usual.provenance].label);
  return { label, percent, value, note, level: null };
}

function toAmountText(page: LivePage, unit: MeterUnit, value: number): string {
  return unit === 'usd' ? toMoneyText(Math.round(value * 1_000_000), page.currency) : format.compact(Math.round(value));
}

/** For a block with a known or estimated limit: whether it lasts. */
function toLimitLine(page: LivePage, { limit, runsOutAtMs, runOutProbability }: ActiveBlockOutlook): readonly string[] {
  if (limit === null) return [];
  if (limit.usedPercent >= 100) return [page.paint('critical', wrapText(page, texts.limitUsedUp, 2))];
  if (runsOutAtMs !== null) {
    const sentence = texts.limitRunsOut(createTimeText(page)(runsOutAtMs));
    return [page.paint('critical', wrapText(page, sentence, 2))];
  }
  return runOutProbability === null ? [] : [wrapText(page, texts.limitLasts(runOutProbability), 2)];
}

function toForecastLine(
  page: LivePage,
  { block, projection }: ActiveBlockOutlook,
  { hasCost }: CliOptions,
): readonly string[] {
  if (projection === null) return [];
  const { costMicroUsd } = projection;
  const isPartial = block.unpricedModels.length > 0;
  const cost = hasCost && costMicroUsd !== null ? toMoneyText(costMicroUsd, page.currency, isPartial) : null;
  const clause = answers.atEnd(projection.totalTokens, cost, projection.interval);
  return [wrapText(page, texts.forecast(clause), 2)];
}
