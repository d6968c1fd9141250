import { weightedQuantile } from '../quantile.ts';
import { toPointForecast, usedSoFar, type ForecastInput, type ForecastMethod } from '../forecast.ts';
import { linear } from './linear.ts';

/** As in CodexBar: at least this many complete windows, and how fast old ones lose their weight. */
const minWindows = 3;
const decayWindows = 3;

/**
 * CodexBar's historical pace (`HistoricalUsagePace.swift`): the share that past windows had used at the same elapsed
 * time, as a weighted median, mixed with the straight line by how many windows there are. The total follows from what
 * is used now.
 */
export const historicalCurve: ForecastMethod = {
  id: 'historical-curve',
  forecast(input) {
    const shares = readShares(input);
    if (shares.length < minWindows) return linear.forecast(input);
    const weights = shares.map((_, index) => Math.exp(-(shares.length - 1 - index) / decayWindows));
    const sum = weights.reduce((total, weight) => total + weight, 0);
    const effective = sum ** 2 / weights.reduce((total, weight) => total + weight ** 2, 0);
    const trust = Math.min(1, Math.max(0, (effective - 2) / 6));
    const median = weightedQuantile(
      shares.map((value, index) => ({ value, weight: weights[index]! })),
      0.5,
    );
    const { startMs, endMs } = input.window;
    const expected = trust * median + (1 - trust) * ((input.nowMs - startMs) / (endMs - startMs));
    const used = usedSoFar(input);
    return toPointForecast(expected > 0 ? Math.max(used, used / expected) : used);
  },
};

/** The share of its total that each past window with usage had at the same elapsed share, oldest first. */
function readShares({ past, series, window, nowMs }: ForecastInput): readonly number[] {
  const elapsed = (nowMs - window.startMs) / (window.endMs - window.startMs);
  return past
    .filter(({ total }) => total > 0)
    .map(({ startMs, endMs, total }) => series.sumBetween(startMs, startMs + elapsed * (endMs - startMs)) / total);
}
