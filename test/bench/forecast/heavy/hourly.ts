import { hourMs } from '../../../../shared/domain/instant.ts';
import { historyMs } from '../../../../shared/forecast/usage-pattern.ts';
import {
  quantileLevels,
  usedSoFar,
  type Forecast,
  type ForecastInput,
  type Quantiles,
} from '../../../../shared/forecast/forecast.ts';

/** Tokens by hour up to a moment: the last one ends there. */
export interface Hourly {
  readonly values: readonly number[];
  /** When the last hour ends. */
  readonly endMs: number;
}

/** The history of a forecast by hour, at most eight weeks. */
export function toHourly({ series, nowMs }: ForecastInput): Hourly {
  const firstMs = Math.max(series.at(0)?.atMs ?? nowMs, nowMs - historyMs);
  const hours = Math.max(1, Math.ceil((nowMs - firstMs) / hourMs));
  const values = Array.from({ length: hours }, (_, index) => {
    const fromMs = nowMs - (hours - index) * hourMs;
    return series.sumBetween(fromMs, fromMs + hourMs);
  });
  return { values, endMs: nowMs };
}

const normal = [-1.2816, -0.6745, 0, 0.6745, 1.2816];

/** A forecast from the mean and the deviation of what is still to come; never less than what is used. */
export function toNormalForecast(input: ForecastInput, mean: number, deviation: number): Forecast {
  return toForecast(
    input,
    normal.map((each) => Math.max(0, mean + each * deviation)),
  );
}

/** A forecast from the quantiles of what is still to come, at `quantileLevels`. */
export function toForecast(input: ForecastInput, remaining: readonly number[]): Forecast {
  const used = usedSoFar(input);
  const quantiles = remaining.map((each) => used + each) as unknown as Quantiles;
  return {
    quantiles,
    interval: [quantiles[0], quantiles[4]],
    exceeds(tokens) {
      const below = quantiles.filter((each) => each <= tokens).length;
      return below === 0 ? 1 : 1 - (quantileLevels[below - 1] ?? 1);
    },
  };
}
