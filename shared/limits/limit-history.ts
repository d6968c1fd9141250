import type { LimitHistory, LimitHistoryPoint } from '../domain/limit-history.ts';
import { compareLimitIds, toLimitKey } from '../domain/limit-id.ts';
import { isUsedUp, type LimitReading } from '../domain/limit-window.ts';
import { groupBy } from '../lib/group-by.ts';
import { movedMs, splitCycles } from './cycles.ts';

/** More points than any screen has columns for. */
export const maxHistoryPoints = 2_000;

/** The readings of every limit window over time. `nowMs` tells which windows have ended. */
export function toLimitHistories(readings: readonly LimitReading[], nowMs: number): readonly LimitHistory[] {
  const groups = groupBy(readings, ({ id }) => toLimitKey(id));
  return [...groups.values()]
    .map((group) => toHistory(group, nowMs))
    .filter(({ points }) => points.length > 0)
    .sort((left, right) => compareLimitIds(left.id, right.id));
}

/** How many different limit windows were used up; null when there are no readings at all. */
export function countLimitStops(readings: readonly LimitReading[]): number | null {
  if (readings.length === 0) return null;
  const groups = groupBy(readings, ({ id }) => toLimitKey(id));
  return [...groups.values()].reduce((sum, group) => sum + listWindows(byTime(group)).filter(isStopped).length, 0);
}

function toHistory(group: readonly LimitReading[], nowMs: number): LimitHistory {
  const readings = byTime(group);
  const newest = readings.at(-1)!;
  const ended = listWindows(readings).filter((cycle) => (cycle.at(-1)!.resetsAtMs ?? Infinity) <= nowMs);
  return {
    id: newest.id,
    source: newest.source,
    label: newest.label,
    windowMinutes: newest.windowMinutes,
    points: thinPoints(toPoints(readings)),
    windows: ended.length,
    usedUp: ended.filter(isStopped).length,
  };
}

/** The readings of each window: two sessions that take turns with two resets are still no more than two windows. */
function listWindows(readings: readonly LimitReading[]): readonly (readonly LimitReading[])[] {
  const windows: LimitReading[][] = [];
  for (const cycle of splitCycles(readings)) {
    const { resetsAtMs } = cycle.at(-1)!;
    const same = windows.findLast((window) => isSameReset(window.at(-1)!.resetsAtMs, resetsAtMs));
    if (same === undefined) windows.push([...cycle]);
    else same.push(...cycle);
  }
  return windows;
}

function isSameReset(left: number | null, right: number | null): boolean {
  return left !== null && right !== null && Math.abs(left - right) <= movedMs;
}

function byTime(readings: readonly LimitReading[]): readonly LimitReading[] {
  return readings.toSorted((left, right) => left.observedAtMs - right.observedAtMs);
}

function toPoints(readings: readonly LimitReading[]): readonly LimitHistoryPoint[] {
  return readings.flatMap(({ observedAtMs, usedPercent, resetsAtMs }) =>
    usedPercent === null ? [] : [{ atMs: observedAtMs, usedPercent, resetsAtMs }],
  );
}

function isStopped(cycle: readonly LimitReading[]): boolean {
  return cycle.some((reading) => isUsedUp(reading));
}

/** Keeps the first, the highest and the last point of equal parts of a long history. */
function thinPoints(points: readonly LimitHistoryPoint[]): readonly LimitHistoryPoint[] {
  if (points.length <= maxHistoryPoints) return points;
  const size = Math.ceil(points.length / Math.floor(maxHistoryPoints / 3));
  const kept = new Set<LimitHistoryPoint>();
  for (let from = 0; from < points.length; from += size) {
    const part = points.slice(from, from + size);
    const highest = part.reduce((best, point) => (point.usedPercent > best.usedPercent ? point : best));
    [part[0]!, highest, part.at(-1)!].sort((left, right) => left.atMs - right.atMs).forEach((point) => kept.add(point));
  }
  return [...kept];
}
