import type { LimitHistory, LimitHistoryPoint } from '../domain/limit-history.ts';
import { compareLimitIds, toLimitKey } from '../domain/limit-id.ts';
import { minuteMs } from '../domain/instant.ts';
import { isUsedUp, type LimitReading } from '../domain/limit-window.ts';
import { groupBy } from '../lib/group-by.ts';

/** More points than any screen has columns for. */
export const maxHistoryPoints = 2_000;
/** Resets of one window may be told a little differently from reading to reading. */
const sameResetMs = 10 * minuteMs;

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
  return [...groups.values()].reduce((sum, group) => sum + splitWindows(toPoints(group)).filter(isStopped).length, 0);
}

function toHistory(group: readonly LimitReading[], nowMs: number): LimitHistory {
  const newest = group.at(-1)!;
  const points = toPoints(group);
  const ended = splitWindows(points).filter((window) => (window.at(-1)?.resetsAtMs ?? Infinity) <= nowMs);
  return {
    id: newest.id,
    source: newest.source,
    label: newest.label,
    windowMinutes: newest.windowMinutes,
    points: thinPoints(points),
    windows: ended.length,
    usedUp: ended.filter(isStopped).length,
  };
}

function toPoints(group: readonly LimitReading[]): readonly LimitHistoryPoint[] {
  return group
    .filter(({ usedPercent }) => usedPercent !== null)
    .map(({ observedAtMs, usedPercent, resetsAtMs }) => ({
      atMs: observedAtMs,
      usedPercent: usedPercent ?? 0,
      resetsAtMs,
    }))
    .sort((left, right) => left.atMs - right.atMs);
}

/** Cuts readings where a new window began: its reset is another, or, without one, much less is used. */
function splitWindows(points: readonly LimitHistoryPoint[]): readonly (readonly LimitHistoryPoint[])[] {
  const windows: LimitHistoryPoint[][] = [];
  for (const point of points) {
    const last = windows.at(-1)?.at(-1);
    if (last === undefined || isOtherWindow(last, point)) windows.push([point]);
    else windows.at(-1)!.push(point);
  }
  return windows;
}

function isOtherWindow(before: LimitHistoryPoint, after: LimitHistoryPoint): boolean {
  if (before.resetsAtMs !== null && after.resetsAtMs !== null) {
    return (
      Math.abs(after.resetsAtMs - before.resetsAtMs) > sameResetMs && after.atMs >= before.resetsAtMs - sameResetMs
    );
  }
  return after.usedPercent < before.usedPercent - 20;
}

function isStopped(window: readonly LimitHistoryPoint[]): boolean {
  return window.some((point) => isUsedUp(point));
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
