import type { Currency } from '../../../shared/domain/money.ts';
import type { Report } from '../../../shared/domain/report.ts';
import { totalTokens } from '../../../shared/domain/token-usage.ts';
import { toBarTotal } from '../../charts/stacked-bars.ts';
import { formatMoney } from '../../../shared/format/money.ts';
import { formatCompact, formatInteger, formatPercent } from '../../../shared/format/numbers.ts';
import type { ChartModel } from './chart-model.ts';
import type { HistoryChoice, Measure } from './choice.ts';

/** The figures above the chart; null where nothing is known. */
export interface HistoryTotals {
  readonly tokens: string;
  readonly tokensTitle: string;
  readonly cost: string | null;
  readonly responses: string;
  /** Share of prompt tokens that came from the cache. */
  readonly cached: string | null;
  /** What the reader must know to trust the sums. */
  readonly notes: readonly string[];
}

/** Formats a value of the chosen measure. */
export function formatMeasure(value: number, measure: Measure, currency: Currency): string {
  return measure === 'tokens' ? `${formatCompact(value)} tokens` : formatMoney(value, currency);
}

/** Sums the report up. */
export function toHistoryTotals(report: Report, currency: Currency): HistoryTotals {
  const { usage, costMicroUsd, events, unfinishedEvents, unpricedModels } = report.totals;
  const tokens = totalTokens(usage);
  const prompt = tokens - usage.outputTokens;
  const notes: string[] = [];
  if (unpricedModels.length > 0) {
    notes.push(`No cost is known for ${unpricedModels.join(', ')}: left out of the sum.`);
  }
  if (unfinishedEvents > 0) {
    notes.push(
      `The log does not show how ${formatInteger(unfinishedEvents)} ${unfinishedEvents === 1 ? 'response' : 'responses'} ended: the output may be more.`,
    );
  }
  return {
    tokens: formatCompact(tokens),
    tokensTitle: `${formatInteger(tokens)} tokens`,
    cost: costMicroUsd === null ? null : formatMoney(costMicroUsd, currency),
    responses: formatInteger(events),
    cached: prompt === 0 ? null : formatPercent((100 * usage.cacheReadTokens) / prompt),
    notes,
  };
}

const spans = { day: ['day', 'days'], week: ['week', 'weeks'], month: ['month', 'months'] } as const;

/** The chart in a sentence or two. */
export function toChartSummary(
  chart: ChartModel,
  choice: HistoryChoice & { readonly by: 'day' | 'week' | 'month' },
  currency: Currency,
): string {
  const totals = chart.bars.map(toBarTotal);
  const sum = totals.reduce((a, b) => a + b, 0);
  const used = totals.filter((value) => value > 0).length;
  const [one, many] = spans[choice.by];
  if (sum === 0)
    return choice.measure === 'cost' ? 'Nothing in this range has a known cost.' : 'No usage in this range.';
  const peak = chart.bars[totals.indexOf(Math.max(...totals))];
  const lead = chart.series[0];
  const parts = [
    `${formatMeasure(sum, choice.measure, currency)} on ${used} of ${chart.bars.length} ${chart.bars.length === 1 ? one : many}`,
    peak === undefined ? '' : `most: ${peak.title}, ${formatMeasure(toBarTotal(peak), choice.measure, currency)}`,
    lead === undefined || chart.series.length < 2 ? '' : `${lead.label} ${formatPercent((100 * lead.total) / sum)}`,
  ].filter((part) => part !== '');
  const hidden = chart.hiddenBars > 0 ? ` ${chart.hiddenBars} earlier ${many} are in the table only.` : '';
  return `${parts.join('; ')}.${hidden}`;
}
