import { toPointForecast, usedSoFar, type ForecastMethod } from '../forecast.ts';

/** The work is over: the total stays as it is. Hard to beat late in a block, because people stop. */
export const nothingMore: ForecastMethod = {
  id: 'nothing-more',
  forecast: (input) => toPointForecast(usedSoFar(input)),
};
