import { maxLabelValues } from '../../../shared/domain/metric-label.ts';
import { tokenClasses, type TokenUsage } from '../../../shared/domain/token-usage.ts';
import { boundLabel } from './label-bound.ts';
import { toMetric, type Metric } from './metric.ts';

/**
 * What agents reported by telemetry, apart from what their logs say: these are metrics of their own, so nothing is
 * counted twice.
 */
export function toTelemetryMetrics(
  sums: readonly {
    readonly source: string;
    readonly model: string;
    readonly responses: number;
    readonly usage: TokenUsage;
  }[],
): readonly Metric[] {
  const { toLabel } = boundLabel(
    sums.map(({ model }) => model),
    maxLabelValues,
  );
  return [
    toMetric(
      'counter',
      'fuelgauge_telemetry_tokens_total',
      sums.flatMap(({ source, model, usage }) =>
        tokenClasses.map(
          (name) => [{ source, model: toLabel(model), class: name.replace(/Tokens$/, '') }, usage[name]] as const,
        ),
      ),
    ),
    toMetric(
      'counter',
      'fuelgauge_telemetry_responses_total',
      sums.map(({ source, model, responses }) => [{ source, model: toLabel(model) }, responses] as const),
    ),
  ];
}
