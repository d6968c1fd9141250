import { measureBurnRates } from '../analytics/burn-rate.ts';
import { findBindingWindow } from '../limits/binding.ts';
import { toBlockWindows, type LimitOrBlock } from '../limits/block-windows.ts';
import { findNearestToLimit } from '../limits/nearest.ts';
import { projectBlock, type BlockOutlook } from '../analytics/projection.ts';
import type { BurnRate, RecentBurn } from '../domain/burn-rate.ts';
import type { RunOut } from '../domain/forecast.ts';
import { toLimitKey } from '../domain/limit-id.ts';
import { toLimitOutlook, withRunOut, type LimitOutlook, type LimitWindow } from '../domain/limit-window.ts';
import type { ActiveBlock, LimitsSection, SnapshotSections } from './app-snapshot.ts';

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
export function toLimitsOutlook({ windows, forecasts }: LimitsSection, nowMs: number): LimitsOutlook {
  const outlooks = windows.map((window) => toLimitOutlook(window, nowMs, findRunOut(forecasts, window)));
  return { windows: outlooks, binding: findBindingWindow(outlooks) };
}

/** All limits that are known, and the one that a surface shows if it shows one. */
export interface NearestLimit {
  readonly all: readonly LimitOrBlock[];
  /** What stops the person first; null when nothing is known to. */
  readonly binding: LimitOrBlock | null;
  /** The binding one, otherwise the nearest to its limit; null without any. */
  readonly nearest: LimitOrBlock | null;
}

/** Of everything that is known: where a provider reports no limit, a block counts with its plan's or the person's own. */
export function toNearestLimit(
  { limits, blocks }: Pick<SnapshotSections, 'limits' | 'blocks'>,
  nowMs: number,
): NearestLimit {
  const outlooks = blocks.map((block) => toBlockOutlook(block, nowMs));
  return pickNearestLimit(toLimitsOutlook(limits, nowMs).windows, outlooks, nowMs);
}

/** The same of what already has its outlook. */
export function pickNearestLimit(
  windows: readonly LimitOutlook[],
  blocks: readonly ActiveBlockOutlook[],
  nowMs: number,
): NearestLimit {
  const all: readonly LimitOrBlock[] = [...windows, ...toBlockWindows(blocks, windows)];
  const binding = findBindingWindow(all);
  return { all, binding, nearest: binding ?? findNearestToLimit(all, nowMs) };
}

/** Windows with their forecasts: a window runs out when its forecast says so, and at its pace only where there is none. */
export function toLimitsSection(windows: readonly LimitWindow[], forecasts: LimitsSection['forecasts']): LimitsSection {
  return { windows: windows.map((window) => withRunOut(window, findRunOut(forecasts, window))), forecasts };
}

/** The forecast of a window; null when there is none. */
function findRunOut(forecasts: LimitsSection['forecasts'], { id, resetsAtMs }: LimitWindow): RunOut | null {
  const key = toLimitKey(id);
  return forecasts.find((forecast) => forecast.endMs === resetsAtMs && toLimitKey(forecast.id) === key)?.runOut ?? null;
}

/** The burn rates of all sources together over the last 5, 15 and 60 minutes as of an instant. */
export function toBurnRates(burn: RecentBurn, nowMs: number): readonly BurnRate[] {
  return measureBurnRates(burn, nowMs);
}

/** The outlook of an active block, by its forecast. Once it has ended, no limit counts for it. */
export function toBlockOutlook(active: ActiveBlock, nowMs: number): ActiveBlockOutlook {
  const current = active.block.endMs > nowMs ? active : { ...active, limit: null };
  return { ...current, ...projectBlock(current, nowMs) };
}
