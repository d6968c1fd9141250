import { findFirstToStop } from '../limits/first-to-stop.ts';
import type { Scene } from './scene.ts';
import { listAllWindows, listWindows, type LineWindow } from './windows.ts';

/** The window that stops the person first, otherwise the fullest that is not out of date; null when none is known. */
export function findTopWindow(scene: Scene): LineWindow | null {
  const fullest = listWindows(scene)
    .filter(({ isStale }) => !isStale)
    .reduce<LineWindow | null>((top, each) => (top === null || each.usedPercent > top.usedPercent ? each : top), null);
  return findBinding(scene) ?? fullest;
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
