import { hourMs } from '../../domain/instant.ts';
import { toPointForecast, usedSoFar, type ForecastMethod } from '../forecast.ts';

/** The rate of the last hour continues until the end. */
export const lastHour: ForecastMethod = {
  id: 'last-hour',
  forecast(input) {
    const { series, nowMs, window } = input;
    const perMs = series.sumBetween(nowMs - hourMs, nowMs) / hourMs;
    return toPointForecast(usedSoFar(input) + perMs * (window.endMs - nowMs));
  },
};
