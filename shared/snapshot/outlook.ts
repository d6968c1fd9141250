import { measureBurnRates, measureSettledRate } from '../analytics/burn-rate.ts';
import { projectBlock, type BlockOutlook } from '../analytics/projection.ts';
import type { BurnRate, RecentBurn } from '../domain/burn-rate.ts';
import type { ActiveBlock } from './app-snapshot.ts';

// Figures derived from a snapshot's facts and the current time. A snapshot holds only facts, so that its sections
// change only when something happened; every surface derives these figures when it shows them.

/** An active block with its outlook as of an instant. */
export interface ActiveBlockOutlook extends ActiveBlock, BlockOutlook {}

/** The burn rates of all sources together over the last 5, 15 and 60 minutes as of an instant. */
export function toBurnRates(burn: RecentBurn, nowMs: number): readonly BurnRate[] {
  return measureBurnRates(burn, nowMs);
}

/** Projects an active block at the last hour's rate of its own source. */
export function toBlockOutlook(active: ActiveBlock, burn: RecentBurn, nowMs: number): ActiveBlockOutlook {
  const minutes = burn.minutes.filter(({ source }) => source === active.source);
  const rate = measureSettledRate({ ...burn, minutes }, nowMs);
  return { ...active, ...projectBlock(active.block, rate, active.limit, nowMs) };
}
