import { secondMs } from '../../../shared/domain/instant.ts';
import type {
  ForecastInterval,
  ForecastQuantiles,
  LimitForecast,
  RunOut,
  TotalForecast,
} from '../../../shared/domain/forecast.ts';
import { toLimitLabels } from './limit-labels.ts';
import { toMetric, type Labels, type Metric } from './metric.ts';

/** How everything will end, as the host's call `forecast` answers it. */
export interface Forecasted {
  readonly totals: readonly TotalForecast[];
  readonly limits: readonly LimitForecast[];
}

type Sample = readonly [labels: Labels, value: number | null];

/** Forecasts with their bounds. All are estimates. `quantile` is reserved for summaries, hence the label `at`. */
export function toForecastMetrics({ totals, limits }: Forecasted): readonly Metric[] {
  const toTotalLabels = ({ kind, source }: TotalForecast): Labels => ({ period: kind, source: source ?? '' });
  return [
    ...toTotalMetrics(totals, toTotalLabels),
    toMetric(
      'gauge',
      'fuelgauge_limit_forecast_ratio',
      limits.flatMap((limit) => toQuantiles(toLimitLabels(limit), limit.percent, percentsPerUnit)),
    ),
    toMetric(
      'gauge',
      'fuelgauge_limit_forecast_interval_ratio',
      limits.flatMap((limit) => toBounds(toLimitLabels(limit), limit.interval, percentsPerUnit)),
    ),
    toMetric(
      'gauge',
      'fuelgauge_limit_run_out_probability',
      limits.map((limit): Sample => [toLimitLabels(limit), limit.runOut?.probability ?? null]),
    ),
    toMetric(
      'gauge',
      'fuelgauge_limit_run_out_timestamp_seconds',
      limits.flatMap((limit) => (limit.runOut === null ? [] : toMoments(toLimitLabels(limit), limit.runOut))),
    ),
  ];
}

const percentsPerUnit = 100;

function toTotalMetrics(
  totals: readonly TotalForecast[],
  toLabels: (total: TotalForecast) => Labels,
): readonly Metric[] {
  return [
    toMetric(
      'gauge',
      'fuelgauge_forecast_tokens',
      totals.flatMap((total) => toQuantiles(toLabels(total), total.tokens, 1)),
    ),
    toMetric(
      'gauge',
      'fuelgauge_forecast_interval_tokens',
      totals.flatMap((total) => toBounds(toLabels(total), total.interval, 1)),
    ),
    toMetric(
      'gauge',
      'fuelgauge_forecast_used_tokens',
      totals.map((total): Sample => [toLabels(total), total.usedTokens]),
    ),
    toMetric(
      'gauge',
      'fuelgauge_forecast_end_timestamp_seconds',
      totals.map((total): Sample => [toLabels(total), total.endMs / secondMs]),
    ),
    toMetric(
      'gauge',
      'fuelgauge_forecast_run_out_probability',
      totals.map((total): Sample => [toLabels(total), total.runOut?.probability ?? null]),
    ),
  ];
}

function toQuantiles(labels: Labels, quantiles: ForecastQuantiles, divisor: number): readonly Sample[] {
  return Object.entries(quantiles).map(([at, value]) => [{ ...labels, at }, Number(value) / divisor]);
}

/** The ends of the interval that holds with a probability of 80 %. */
function toBounds(labels: Labels, { from, to }: ForecastInterval, divisor: number): readonly Sample[] {
  return [
    [{ ...labels, bound: 'low' }, from / divisor],
    [{ ...labels, bound: 'high' }, to / divisor],
  ];
}

function toMoments(labels: Labels, { earlyMs, medianMs, lateMs }: RunOut): readonly Sample[] {
  const moments = { early: earlyMs, median: medianMs, late: lateMs };
  return Object.entries(moments).map(([at, atMs]) => [{ ...labels, at }, atMs === null ? null : atMs / secondMs]);
}
