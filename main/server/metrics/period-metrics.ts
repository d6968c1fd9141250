import { toUsd } from '../../../shared/domain/money.ts';
import type { UsageTotals } from '../../../shared/domain/report.ts';
import { tokenClasses } from '../../../shared/domain/token-usage.ts';
import { toMetric, type Metric } from './metric.ts';

/** Usage of one source in the day, week or month that is under way. */
export interface PeriodRow {
  readonly period: 'day' | 'week' | 'month';
  readonly source: string;
  readonly totals: UsageTotals;
}

/**
 * What has been used in calendar periods of the person's time zone. They drop to zero when a period begins; counters
 * never do.
 */
export function toPeriodMetrics(rows: readonly PeriodRow[]): readonly Metric[] {
  return [
    toMetric(
      'gauge',
      'fuelgauge_period_tokens',
      rows.flatMap(({ period, source, totals }) =>
        tokenClasses.map(
          (name) => [{ period, source, class: name.replace(/Tokens$/, '') }, totals.usage[name]] as const,
        ),
      ),
    ),
    toMetric(
      'gauge',
      'fuelgauge_period_cost_usd',
      rows.map(({ period, source, totals }) => [{ period, source }, toUsd(totals.costMicroUsd)] as const),
    ),
    toMetric(
      'gauge',
      'fuelgauge_period_unpriced_models',
      rows.map(({ period, source, totals }) => [{ period, source }, totals.unpricedModels.length] as const),
    ),
    toMetric(
      'gauge',
      'fuelgauge_period_responses',
      rows.map(({ period, source, totals }) => [{ period, source }, totals.events] as const),
    ),
  ];
}
