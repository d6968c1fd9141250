import { measureBurnRates, measureSettledRate } from '../analytics/burn-rate.ts';
import { findBindingWindow } from '../limits/binding.ts';
import { projectBlock, type BlockOutlook } from '../analytics/projection.ts';
import type { BurnRate, RecentBurn } from '../domain/burn-rate.ts';
import { toLimitOutlook, type LimitOutlook } from '../domain/limit-window.ts';
import type { ActiveBlock, LimitsSection } from './app-snapshot.ts';

// Figures derived from a snapshot's facts and the current time. A snapshot holds only facts, so that its sections
// change only when something happened; every surface derives these figures when it shows them.

/** An active block with its outlook as of an instant. */
export interface ActiveBlockOutlook extends ActiveBlock, BlockOutlook {}

/** The limit windows as of an instant. */
export interface LimitsOutlook {
  readonly windows: readonly LimitOutlook[];
  /** The one of them that stops the user first; null when none is known to. */
  readonly binding: LimitOutlook | null;
}

/** The limit windows as of an instant, and which of them binds. */
export function toLimitsOutlook({ windows }: LimitsSection, nowMs: number): LimitsOutlook {
  const outlooks = windows.map((window) => toLimitOutlook(window, nowMs));
  return { windows: outlooks, binding: findBindingWindow(outlooks) };
}

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
