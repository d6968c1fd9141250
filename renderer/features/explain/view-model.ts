import type { AnswerOf, HostCalls } from '../../../shared/contract/index.ts';
import type { BacktestRow } from '../../../shared/domain/backtest.ts';
import type { ExplainedReading, LimitExplanation } from '../../../shared/domain/explanation.ts';
import type { LimitForecast, TotalForecast } from '../../../shared/domain/forecast.ts';
import { toLimitKey } from '../../../shared/domain/limit-id.ts';
import { toAgeMs, toLimitTitle, toReadingKind } from '../../../shared/domain/limit-window.ts';
import type { Currency } from '../../../shared/domain/money.ts';
import { cleanText } from '../../../shared/lib/clean-text.ts';
import { messages } from '../../messages.ts';

const {
  blocks: blockWords,
  common,
  explain: words,
  explainForecast: forecastRules,
  explainRules: rules,
  format,
  limits,
} = messages;

/** One thing that is explained: what it is called, sentences about it, and what it is made of. */
export interface ExplainPart {
  readonly title: string;
  readonly sentences: readonly string[];
  readonly items: readonly string[];
}

/** What sentences depend on. */
export interface ExplainContext {
  readonly nowMs: number;
  readonly timeZone: string;
  readonly currency: Currency;
}

/** The record of forecasts of a kind, over all of the person's history; null where there is none. */
export type ForecastRecord = Pick<BacktestRow, 'forecasts' | 'medianApe' | 'coverage80'> | null;

/** Further readings or models are only counted. */
const maxItems = 5;

/** A limit window: the rule, its readings with kind and age, what was learned of it, and its forecast. */
export function explainLimit(
  rows: AnswerOf<HostCalls, 'explainLimits'>['rows'],
  forecasts: readonly LimitForecast[],
  id: string,
  context: ExplainContext,
): readonly ExplainPart[] {
  const row = rows.find(({ window }) => toLimitKey(window.id) === id);
  if (row === undefined) return [];
  const forecast = forecasts.find((each) => toLimitKey(each.id) === id);
  const window: ExplainPart = {
    title: cleanText(limits.windowName(toLimitTitle(row.window))),
    sentences: listLimitRules(row, context),
    items: toItems(row.readings.map((reading) => describeReading(reading, row, context))),
  };
  return forecast === undefined ? [window] : [window, explainLimitForecast(forecast, context)];
}

/** An agent's active block: the rule of its boundaries, its limit, what a full one usually holds, and its forecast. */
export function explainBlock(
  rows: AnswerOf<HostCalls, 'explainBlocks'>['rows'],
  totals: readonly TotalForecast[],
  record: ForecastRecord | undefined,
  source: string,
  context: ExplainContext,
): readonly ExplainPart[] {
  const row = rows.find(({ block }) => block.source === source);
  if (row === undefined) return [];
  const { block, rule, reset, limit, baselines } = row;
  const tokens = baselines.find(({ unit }) => unit === 'tokens');
  const part: ExplainPart = {
    title: limits.block,
    sentences: [
      rule === 'official-reset'
        ? rules.officialReset(toMoment(block.endMs, context), reset === null ? null : rules.origins[reset.origin])
        : rules.firstEvent(toMoment(block.firstAtMs ?? block.startMs, context)),
      limit === null
        ? rules.noLimit
        : words.limitUsed(limit.usedPercent, common.provenance[limit.provenance].label, limit.plan),
      ...(tokens === undefined ? [] : [describeBaseline(tokens)]),
    ],
    items: [],
  };
  return [
    part,
    ...explainTotals(
      totals.filter((each) => each.kind === 'block' && each.source === source),
      record,
      context,
    ),
  ];
}

/** Forecasts of totals; `record` is undefined until it has been worked out. */
export function explainTotals(
  totals: readonly TotalForecast[],
  record: ForecastRecord | undefined,
  context: ExplainContext,
): readonly ExplainPart[] {
  return totals.map(({ usedTokens, tokens, interval, asOfMs, endMs, runOut }) => ({
    title: words.forecast,
    sentences: [
      forecastRules.figures(
        format.compact(usedTokens),
        format.compact(tokens.p50),
        format.compact(interval.from),
        format.compact(interval.to),
      ),
      forecastRules.asOf(toMoment(asOfMs, context), toMoment(endMs, context)),
      forecastRules.rule,
      ...(runOut === null ? [] : [forecastRules.odds(words.odds(runOut.probability))]),
      describeRecord(record),
      common.provenance.estimated.title,
    ],
    items: [],
  }));
}

/** Today's cost: the rule, and what each model costs. */
export function explainCost(
  { rows, day, costMode }: AnswerOf<HostCalls, 'explainCost'>,
  { currency }: ExplainContext,
): readonly ExplainPart[] {
  if (rows.length === 0) return [];
  const items = rows.map(({ model, costMicroUsd, isCostPartial, events }) => {
    const cost = costMicroUsd === null ? null : format.money(costMicroUsd, currency, isCostPartial);
    return words.costPart(cleanText(model), cost, events);
  });
  return [
    {
      title: `${common.apiEquivalentCost}, ${day}`,
      sentences: [costMode === 'calculate' ? words.costFromPrices : words.costFromLogs],
      items: toItems(items),
    },
  ];
}

/** The record of this product's forecasts of a kind at half time, as on the command line. */
export function findRecord(rows: readonly BacktestRow[], quantity: BacktestRow['quantity']): ForecastRecord {
  const found = rows.find(
    (row) =>
      row.quantity === quantity &&
      row.method === 'fuelgauge' &&
      row.elapsedShare === 0.5 &&
      row.historyDays === null &&
      row.forecasts > 0,
  );
  return found ?? null;
}

function listLimitRules(
  { window, readings, isBinding, capacity, allowance }: LimitExplanation,
  context: ExplainContext,
): readonly string[] {
  return [
    rules.newest,
    ...(readings.length > 1 ? [rules.places(readings.length)] : []),
    ...(isBinding ? [rules.binding] : []),
    ...(window.pace === null ? [] : [rules.pace(window.pace.elapsedPercent)]),
    ...(capacity?.isReliable === true ? [rules.capacity(capacity)] : []),
    ...(allowance === null ? [] : [rules.allowance(allowance, toMoment(allowance.firstNewMs, context))]),
  ];
}

function describeReading(reading: ExplainedReading, { window }: LimitExplanation, { nowMs }: ExplainContext): string {
  const { amount, usedPercent, origin, isUsed, givesReset } = reading;
  const remaining = amount?.remaining ?? null;
  const used =
    usedPercent !== null
      ? limits.used(usedPercent)
      : amount === null || remaining === null
        ? common.unknown
        : limits.amountLeft(remaining, amount.unit);
  const kind = common.provenance[toReadingKind(reading, window, nowMs)].label;
  const role = isUsed ? words.givesFigure : givesReset ? words.givesReset : null;
  return words.reading(rules.origins[origin], used, kind, toAgeMs(reading, nowMs), role);
}

function explainLimitForecast(
  { usedPercent, percent, interval, asOfMs, endMs, observedAtMs, runOut }: LimitForecast,
  context: ExplainContext,
): ExplainPart {
  return {
    title: words.forecast,
    sentences: [
      forecastRules.figures(
        format.percent(usedPercent),
        format.percent(percent.p50),
        format.percent(interval.from),
        format.percent(interval.to),
      ),
      forecastRules.asOf(toMoment(asOfMs, context), toMoment(endMs, context)),
      forecastRules.limitRule,
      runOut === null
        ? forecastRules.staleFigure(toAgeMs({ observedAtMs }, context.nowMs))
        : forecastRules.odds(words.odds(runOut.probability)),
      forecastRules.noRecordOfLimits,
    ],
    items: [],
  };
}

function describeBaseline({
  p90,
  interval,
  range,
  blocks,
}: AnswerOf<HostCalls, 'explainBlocks'>['rows'][number]['baselines'][number]): string {
  const toText = (value: number): string => blockWords.countLimit(Math.round(value), 'tokens');
  const unit = rules.units.tokens;
  if (p90 === null || interval === null || range === null) return rules.learning(unit, blocks);
  return rules.baseline({
    unit,
    p90: toText(p90),
    interval: rules.span(toText(interval.low), toText(interval.high)),
    range: rules.span(toText(range.min), toText(range.max)),
    blocks: format.integer(blocks),
  });
}

function describeRecord(record: ForecastRecord | undefined): string {
  if (record === undefined) return words.recordPending;
  return record === null ? forecastRules.noRecord : forecastRules.record(record);
}

function toItems(items: readonly string[]): readonly string[] {
  return items.length <= maxItems ? items : [...items.slice(0, maxItems), words.morePlaces(items.length - maxItems)];
}

function toMoment(atMs: number, { nowMs, timeZone }: ExplainContext): string {
  return format.moment(atMs, nowMs, timeZone);
}
