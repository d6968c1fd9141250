import type { Currency } from '../../../shared/domain/money.ts';
import type { Report } from '../../../shared/domain/report.ts';
import { totalTokens } from '../../../shared/domain/token-usage.ts';
import { toBarTotal } from '../../charts/stacked-bars.ts';
import { messages } from '../../messages.ts';
import type { ChartModel } from './chart-model.ts';
import type { HistoryChoice, Measure } from './choice.ts';

const { common, format, history: words } = messages;

/** The figures above the chart; null where unknown. */
export interface HistoryTotals {
  readonly tokens: string;
  readonly tokensTitle: string;
  readonly cost: string | null;
  readonly responses: string;
  /** Share of prompt tokens that came from the cache. */
  readonly cached: string | null;
  /** What limits the accuracy of the sums. */
  readonly notes: readonly string[];
}

/** Formats a value of the chosen measure. */
export function formatMeasure(value: number, measure: Measure, currency: Currency): string {
  return measure === 'tokens' ? words.chart.tokens(value) : format.money(value, currency);
}

/** Summarizes a report. */
export function toHistoryTotals(report: Report, currency: Currency): HistoryTotals {
  const { usage, costMicroUsd, events, unfinishedEvents, unpricedModels } = report.totals;
  const tokens = totalTokens(usage);
  const prompt = tokens - usage.outputTokens;
  const notes: string[] = [];
  if (unpricedModels.length > 0) {
    notes.push(words.noCostFor(common.someOf(unpricedModels)));
  }
  if (unfinishedEvents > 0) {
    notes.push(words.unfinished(unfinishedEvents));
  }
  return {
    tokens: format.compact(tokens),
    tokensTitle: common.tokens(tokens),
    cost: costMicroUsd === null ? null : format.money(costMicroUsd, currency),
    responses: format.integer(events),
    cached: prompt === 0 ? null : format.percent((100 * usage.cacheReadTokens) / prompt),
    notes,
  };
}

/** The chart in a sentence or two. */
export function toChartSummary(
  chart: ChartModel,
  choice: HistoryChoice & { readonly by: 'day' | 'week' | 'month' },
  currency: Currency,
): string {
  const { summary } = words.chart;
  const totals = chart.bars.map(toBarTotal);
  const sum = totals.reduce((a, b) => a + b, 0);
  if (sum === 0) return summary.nothing[choice.measure];
  const used = totals.filter((value) => value > 0).length;
  const peak = chart.bars[totals.indexOf(Math.max(...totals))];
  const lead = chart.series[0];
  const parts = [summary.total(formatMeasure(sum, choice.measure, currency), used, chart.bars.length, choice.by)];
  if (peak !== undefined) {
    parts.push(summary.peak(peak.title, formatMeasure(toBarTotal(peak), choice.measure, currency)));
  }
  if (lead !== undefined && chart.series.length > 1) parts.push(summary.lead(lead.label, (100 * lead.total) / sum));
  const hidden = chart.hiddenBars > 0 ? summary.hidden(chart.hiddenBars, choice.by) : '';
  return summary.join(parts) + hidden;
}
