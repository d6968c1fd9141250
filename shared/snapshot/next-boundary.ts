import { addDays, type Calendar } from '../domain/calendar-day.ts';
import { floorTo, minuteMs, quarterHourMs } from '../domain/instant.ts';
import { endsAtMs } from '../domain/limit-window.ts';
import type { SnapshotSections } from './app-snapshot.ts';
import { atWorkMs, listedMs } from './live-sections.ts';

/**
 * Milliseconds until time alone changes a section: a block ends, a forecast is due, a limit resets, a session becomes idle, usage that is
 * dated ahead of this clock begins to count, or the next day begins. Always positive.
 */
export function toNextBoundary(
  { blocks, limits, burn, sessions }: Pick<SnapshotSections, 'blocks' | 'limits' | 'burn' | 'sessions'>,
  calendar: Calendar,
  nowMs: number,
): number {
  const turnsMs = [
    calendar.startOf(addDays(calendar.dayOf(nowMs), 1)),
    ...blocks.map(({ block }) => block.endMs),
    // The next forecast.
    ...(blocks.some(({ forecast }) => forecast !== null) || limits.forecasts.length > 0
      ? [floorTo(nowMs, quarterHourMs) + quarterHourMs]
      : []),
    ...limits.windows.map(endsAtMs),
    ...burn.minutes.map(({ atMs }) => floorTo(atMs, minuteMs)),
    ...sessions.flatMap(({ lastAtMs }) => [lastAtMs + atWorkMs, lastAtMs + listedMs]),
  ];
  return Math.min(...turnsMs.filter((atMs) => atMs > nowMs)) - nowMs;
}
