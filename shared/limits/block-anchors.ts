import { isBlockLength } from '../domain/block.ts';
import type { SourceId } from '../domain/ids.ts';
import { toLimitKey } from '../domain/limit-id.ts';
import type { LimitReading } from '../domain/limit-window.ts';
import { groupBy } from '../lib/group-by.ts';
import { isOverBetween, movedMs, splitCycles } from './cycles.ts';

/** When the five-hour windows of each source ended, or will, by what its provider said: ascending, UTC milliseconds. */
export type BlockAnchors = ReadonlyMap<SourceId, readonly number[]>;

/** The ends of all windows that were observed. The readings of each limit are ordered by time. */
export function toPastAnchors(readings: readonly LimitReading[]): BlockAnchors {
  const ofBlocks = readings.filter(isOfBlocks);
  return new Map(
    [...groupBy(ofBlocks, ({ source }) => source)].map(([source, own]) => {
      const limits = [...groupBy(own, ({ id }) => toLimitKey(id)).values()];
      const windows = limits.flatMap((limit) => splitCycles(limit, isOverBetween));
      return [source, mergeResets(windows.flatMap(findReset))];
    }),
  );
}

/**
 * Past windows and the current one, for which the newest reading decides: earlier statements about it, or about a later
 * one, are outdated. Of several accounts the last reset counts. A reset time does not become stale.
 */
export function joinAnchors(
  past: BlockAnchors,
  windows: readonly Pick<LimitReading, 'source' | 'windowMinutes' | 'label' | 'resetsAtMs'>[],
): BlockAnchors {
  const lastResets = new Map<SourceId, number>();
  for (const window of windows.filter(isOfBlocks)) {
    const { source, resetsAtMs } = window;
    if (resetsAtMs !== null) lastResets.set(source, Math.max(resetsAtMs, lastResets.get(source) ?? 0));
  }
  const anchors = new Map(past);
  for (const [source, lastMs] of lastResets) {
    const before = (past.get(source) ?? []).filter((resetMs) => resetMs < lastMs - movedMs);
    anchors.set(source, [...before, lastMs]);
  }
  return anchors;
}

/** Whether a window corresponds to an agent's blocks: five hours, and not for one model alone. */
export function isOfBlocks({ windowMinutes, label }: Pick<LimitReading, 'windowMinutes' | 'label'>): boolean {
  return isBlockLength(windowMinutes) && label === null;
}

/** The reset in the last reading of a window, since resets move. While nothing is used, the window has not begun. */
function findReset(window: readonly LimitReading[]): readonly number[] {
  const last = window.findLast(
    ({ usedPercent, resetsAtMs, observedAtMs }) =>
      usedPercent !== null && usedPercent > 0 && resetsAtMs !== null && resetsAtMs > observedAtMs,
  );
  return last === undefined ? [] : [last.resetsAtMs!];
}

/** Merges resets that differ by no more than servers' clocks do. */
function mergeResets(resetsMs: readonly number[]): readonly number[] {
  const merged: number[] = [];
  for (const resetMs of resetsMs.toSorted((left, right) => left - right)) {
    const isSame = resetMs - (merged.at(-1) ?? -Infinity) <= movedMs;
    merged.splice(isSame ? -1 : merged.length, isSame ? 1 : 0, resetMs);
  }
  return merged;
}
