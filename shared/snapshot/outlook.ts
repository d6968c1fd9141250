import { measureBurnRates } from '../analytics/burn-rate.ts';
import { findBindingWindow } from '../limits/binding.ts';
import { findNearestToLimit } from '../limits/nearest.ts';
import { projectBlock, type BlockOutlook } from '../analytics/projection.ts';
import type { BurnRate, RecentBurn } from '../domain/burn-rate.ts';
import type { RunOut } from '../domain/forecast.ts';
import { toLimitKey } from '../domain/limit-id.ts';
import { toLimitOutlook, withRunOut, type LimitOutlook, type LimitWindow } from '../domain/limit-window.ts';
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
  /** The one that a surface shows if it shows one: the binding one, otherwise the nearest to its limit; null without any. */
  readonly nearest: LimitOutlook | null;
}

/** The limit windows as of an instant, and which of them binds. */
export function toLimitsOutlook({ windows, forecasts }: LimitsSection, nowMs: number): LimitsOutlook {
  const outlooks = windows.map((window) => toLimitOutlook(window, nowMs, findRunOut(forecasts, window)));
  const binding = findBindingWindow(outlooks);
  return { windows: outlooks, binding, nearest: binding ?? findNearestToLimit(outlooks, nowMs) };
}

/** Windows with their forecasts: a window runs out when its forecast says so, and at its pace only where there is none. */
export function toLimitsSection(windows: readonly LimitWindow[], forecasts: LimitsSection['forecasts']): LimitsSection {
  return { windows: windows.map((window) => withRunOut(window, findRunOut(forecasts, window))), forecasts };
}

/** What the forecasts say of a window; null when none is about it. */
export function findRunOut(forecasts: LimitsSection['forecasts'], { id, resetsAtMs }: LimitWindow): RunOut | null {
  const key = toLimitKey(id);
  return forecasts.find((forecast) => forecast.endMs === resetsAtMs && toLimitKey(forecast.id) === key)?.runOut ?? null;
}

/** The burn rates of all sources together over the last 5, 15 and 60 minutes as of an instant. */
export function toBurnRates(burn: RecentBurn, nowMs: number): readonly BurnRate[] {
  return measureBurnRates(burn, nowMs);
}

/** What an active block leads to, by its forecast. */
export function toBlockOutlook(active: ActiveBlock, nowMs: number): ActiveBlockOutlook {
  return { ...active, ...projectBlock(active, nowMs) };
}
