import { quantileOf } from '../quantile.ts';
import { toPointForecast, usedSoFar, type ForecastMethod } from '../forecast.ts';

/** With fewer past windows, a percentile means little. */
const minWindows = 5;

/** The 90th percentile of the person's past windows with usage, linear between ranks; at least what is used already. */
export const p90: ForecastMethod = {
  id: 'p90',
  forecast(input) {
    const totals = input.past.map(({ total }) => total).filter((total) => total > 0);
    const used = usedSoFar(input);
    return totals.length < minWindows ? null : toPointForecast(Math.max(used, quantileOf(totals, 0.9)));
  },
};
