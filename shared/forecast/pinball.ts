import { quantileLevels, type Quantiles } from './forecast.ts';

/**
 * The pinball loss of a forecast, averaged over its quantiles, in the unit of the total. It is minimal when each
 * quantile is exceeded exactly as often as it claims. A forecast of a single number has half its absolute error.
 */
export function pinballLoss(quantiles: Quantiles, total: number): number {
  let sum = 0;
  for (const [index, level] of quantileLevels.entries()) {
    const error = total - (quantiles[index] ?? 0);
    sum += error >= 0 ? level * error : (level - 1) * error;
  }
  return sum / quantileLevels.length;
}
