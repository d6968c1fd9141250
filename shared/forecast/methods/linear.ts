import { toPointForecast, usedSoFar, type ForecastMethod } from '../forecast.ts';

/** The average rate since the window began continues until the end. */
export const linear: ForecastMethod = {
  id: 'linear',
  forecast(input) {
    const { nowMs, window } = input;
    if (nowMs <= window.startMs) return null;
    return toPointForecast((usedSoFar(input) * (window.endMs - window.startMs)) / (nowMs - window.startMs));
  },
};
