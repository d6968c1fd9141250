import type { ForecastQuantiles, TotalForecast } from '../domain/forecast.ts';

/**
 * A day includes its blocks, and a week its day: raises the totals of days and weeks accordingly. Each is forecast from
 * habits of its own, and for a new person more trust is put in a block than in a day. `wholes` from the shortest to the
 * longest, without those that cannot be forecast; for a part that extends beyond its whole, the share of its time
 * within counts.
 */
export function holdParts(
  parts: readonly (TotalForecast | null)[],
  wholes: readonly (TotalForecast | null)[],
): readonly TotalForecast[] {
  const held = parts.filter((part) => part !== null);
  return wholes
    .filter((whole) => whole !== null)
    .map((whole) => {
      const raised = held.reduce(raise, whole);
      held.push(raised);
      return raised;
    });
}

function raise(whole: TotalForecast, part: TotalForecast): TotalForecast {
  const share = (Math.min(part.endMs, whole.endMs) - part.asOfMs) / (part.endMs - part.asOfMs);
  if (!(share > 0)) return whole;
  const toRaised = (total: number, partTotal: number): number =>
    Math.max(total, Math.round(whole.usedTokens + Math.max(0, partTotal - part.usedTokens) * share));
  const quantile = (name: keyof ForecastQuantiles): number => toRaised(whole.tokens[name], part.tokens[name]);
  return {
    ...whole,
    tokens: {
      p10: quantile('p10'),
      p25: quantile('p25'),
      p50: quantile('p50'),
      p75: quantile('p75'),
      p90: quantile('p90'),
    },
    interval: {
      from: toRaised(whole.interval.from, part.interval.from),
      to: toRaised(whole.interval.to, part.interval.to),
    },
    nothingMore: share < 1 ? whole.nothingMore : Math.min(whole.nothingMore, part.nothingMore),
  };
}
