import { findFirstToStop } from '../limits/first-to-stop.ts';
import { findNearestToLimit } from '../limits/nearest.ts';
import type { Scene } from './scene.ts';
import { listAllWindows, listWindows, type LineWindow } from './windows.ts';

/** The window that stops the person first, otherwise the nearest to its limit that is not out of date; null when none is known. */
export function findTopWindow(scene: Scene): LineWindow | null {
  const current = listWindows(scene).filter(({ isStale }) => !isStale);
  return findBinding(scene) ?? findNearestToLimit(current, scene.nowMs);
}

/**
 * The window that stops the person first, over all agents and accounts that the facts know, by the rule of every other
 * surface; null when all last or none is known.
 */
export function findBinding(scene: Scene): LineWindow | null {
  const windows = listAllWindows(scene).filter(({ isStale, runsOutAtMs }) => !isStale || runsOutAtMs !== null);
  return findFirstToStop(windows, {
    planOf: ({ plan }) => plan,
    endOf: ({ resetsAtMs }) => resetsAtMs ?? Infinity,
  });
}
