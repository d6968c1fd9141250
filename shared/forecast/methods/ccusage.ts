import { slotMs } from '../slot-series.ts';
import { toPointForecast, usedSoFar, type ForecastMethod } from '../forecast.ts';

/**
 * ccusage's projection of a block (`calculate_burn_rate`, `project_block_usage`): the rate between the window's first
 * event and its last, which idle time since then does not lower, continues until the end.
 */
export const ccusage: ForecastMethod = {
  id: 'ccusage',
  forecast(input) {
    const { series, nowMs, window } = input;
    const first = series.at(series.countBefore(window.startMs));
    const last = series.at(series.length - 1);
    if (first === undefined || last === undefined) return toPointForecast(0);
    const used = usedSoFar(input);
    const activeMs = Math.max(last.atMs - first.atMs + slotMs, slotMs);
    return toPointForecast(used + (used / activeMs) * (window.endMs - nowMs));
  },
};
