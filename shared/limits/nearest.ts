import { noticeableRisk } from '../domain/forecast.ts';
import type { LimitOutlook } from '../domain/limit-window.ts';

type NearFacts = Pick<LimitOutlook, 'usedPercent' | 'resetsAtMs' | 'runOutProbability'>;

/**
 * When no window is known to stop the person: the one likeliest to run out, if that is worth mentioning, else the
 * fullest. A window that has reset since its reading comes after all others. Null when there is none.
 */
export function findNearestToLimit<Window extends NearFacts>(windows: readonly Window[], nowMs: number): Window | null {
  const current = windows.filter(({ resetsAtMs }) => resetsAtMs === null || resetsAtMs > nowMs);
  const candidates = current.length > 0 ? current : windows;
  return (
    findLargest(candidates, ({ runOutProbability }) => runOutProbability ?? 0, noticeableRisk) ??
    findLargest(candidates, ({ usedPercent }) => usedPercent ?? -1)
  );
}

/** The first of those with the largest figure that is not below `minimum`. */
function findLargest<Item>(items: readonly Item[], figureOf: (item: Item) => number, minimum = -Infinity): Item | null {
  let largest: Item | null = null;
  for (const item of items) {
    if (figureOf(item) < minimum) continue;
    if (largest === null || figureOf(item) > figureOf(largest)) largest = item;
  }
  return largest;
}
