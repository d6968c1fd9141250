import { dayMs } from '../../../shared/domain/instant.ts';
import {
  readUsagePattern,
  situations,
  toSituation,
  type UsagePattern,
} from '../../../shared/forecast/usage-pattern.ts';
import type { Prior } from '../../../shared/forecast/prior.ts';
import { createDistribution } from '../../../shared/forecast/distribution.ts';
import type { Weighted } from '../../../shared/forecast/quantile.ts';
import { slotMs, type SlotSeries } from '../../../shared/forecast/slot-series.ts';

/** From a quarter of an hour to a week, in slots. */
const horizons = [1, 2, 5, 10, 15, 20, 24, 36, 48, 72, 96, 168, 336, 504, 672] as const;
/** Number of values per situation. */
const valuesEach = 10;
/** Below this many observations a situation borrows from its neighbours with the same rest. */
const minObservations = 30;
/** One person's moments in one situation count for at most this many. */
const maxPerPerson = 120;

/** Learns what people did next from several people's histories. Each person counts, not each moment. */
export function learnPrior(people: readonly SlotSeries[]): Prior {
  const activities = people.map(readWhole).filter((activity) => activity !== null);
  return { horizons, values: horizons.map((horizon) => learnHorizon(activities, horizon)) };
}

/** Reads a history with an idle day at its end, since it is known that nothing followed. */
function readWhole(series: SlotSeries): UsagePattern | null {
  const last = series.at(series.length - 1);
  return last === undefined ? null : readUsagePattern(series, last.atMs + slotMs + dayMs);
}

function learnHorizon(activities: readonly UsagePattern[], horizon: number): readonly (readonly number[])[] {
  const pools: Weighted[][] = Array.from({ length: situations }, () => []);
  for (const activity of activities) {
    const own: number[][] = Array.from({ length: situations }, () => []);
    for (let index = 1; index + horizon <= activity.length; index++) {
      const came = (activity.sums[index + horizon] ?? 0) - (activity.sums[index] ?? 0);
      own[toSituation(activity, index, horizon)]?.push(came / (activity.scales[index] ?? 1));
    }
    for (const [situation, values] of own.entries()) {
      const weight = Math.min(1, maxPerPerson / values.length);
      for (const value of values) pools[situation]?.push({ value, weight });
    }
  }
  return pools.map((pool, situation) => {
    const sameRest = situation - (situation % 3);
    return toValues(pool.length >= minObservations ? pool : pools.slice(sameRest, sameRest + 3).flat());
  });
}

function toValues(pool: readonly Weighted[]): readonly number[] {
  if (pool.length === 0) return [0];
  const levels = Array.from({ length: valuesEach }, (_, index) => (index + 0.5) / valuesEach);
  const distribution = createDistribution(pool, 1);
  return levels.map((level) => Number(distribution.quantile(level).toPrecision(3)));
}
