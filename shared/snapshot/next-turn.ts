import { addDays, type Calendar } from '../domain/calendar-day.ts';
import type { SnapshotSections } from './app-snapshot.ts';

/** Milliseconds until the first of a snapshot's blocks ends, limits resets, or the next day begins. Always positive. */
export function toNextTurn(
  { blocks, limits }: Pick<SnapshotSections, 'blocks' | 'limits'>,
  calendar: Calendar,
  nowMs: number,
): number {
  const turnsMs = [
    calendar.startOf(addDays(calendar.dayOf(nowMs), 1)),
    ...blocks.map(({ block }) => block.endMs),
    ...limits.windows.map(({ resetsAtMs }) => resetsAtMs ?? Infinity),
  ];
  return Math.min(...turnsMs.filter((atMs) => atMs > nowMs)) - nowMs;
}
