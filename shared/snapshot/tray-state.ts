import type { AppSnapshot } from './app-snapshot.ts';
import { toLevel, type Level } from '../domain/level.ts';
import { toBlockOutlook, toLimitsOutlook } from './outlook.ts';

/** What the tray icon shows without words. */
export type TrayState = Level | 'paused' | 'error';

/**
 * The tray icon's state: an error first, then a pause, then how close the nearest limit is. Stale readings count too,
 * because a window only fills until its reset. Thresholds are ascending.
 */
export function toTrayState({ sections }: AppSnapshot, thresholdsPercent: readonly number[], nowMs: number): TrayState {
  const { scan, blocks, limits, health } = sections;
  if (scan.phase === 'failed' || health.problems.some(({ severity }) => severity === 'error')) return 'error';
  if (scan.phase === 'paused') return 'paused';
  const used = [
    ...toLimitsOutlook(limits, nowMs).windows.map((window) => window.usedPercent ?? 0),
    ...blocks.map((block) => toBlockOutlook(block, nowMs).limit?.usedPercent ?? 0),
  ];
  return toLevel(Math.max(0, ...used), thresholdsPercent);
}
