import { endsAtMs, trustedUntilMs } from '../analytics/limits.ts';
import { addDays, type Calendar } from '../domain/calendar-day.ts';
import type { SnapshotSections } from './app-snapshot.ts';
import { atWorkMs, listedMs } from './live-sections.ts';

/**
 * Milliseconds until time alone changes a section: a block ends, a limit resets or its reading becomes stale, a session
 * becomes idle, or the next day begins. Always positive.
 */
export function toNextBoundary(
  { blocks, limits, sessions }: Pick<SnapshotSections, 'blocks' | 'limits' | 'sessions'>,
  calendar: Calendar,
  nowMs: number,
): number {
  const turnsMs = [
    calendar.startOf(addDays(calendar.dayOf(nowMs), 1)),
    ...blocks.map(({ block }) => block.endMs),
    // Stale only after the last trusted millisecond.
    ...limits.windows.flatMap((window) => [endsAtMs(window), Math.floor(trustedUntilMs(window)) + 1]),
    ...sessions.flatMap(({ lastAtMs }) => [lastAtMs + atWorkMs, lastAtMs + listedMs]),
  ];
  return Math.min(...turnsMs.filter((atMs) => atMs > nowMs)) - nowMs;
}
