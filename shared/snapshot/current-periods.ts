import { toWeekStart } from '../domain/calendar-day.ts';
import { findCalendar } from '../domain/find-calendar.ts';
import type { PeriodUsage } from '../domain/report.ts';
import type { SnapshotSections } from './app-snapshot.ts';

type Usage = Pick<SnapshotSections['usage'], 'today' | 'week' | 'timeZone' | 'calendar'>;

/**
 * Usage of the day of an instant. Null where the snapshot's day is another one: after a sleep, while paused or following,
 * or since the engine stopped.
 */
export function findToday({ today, timeZone, calendar }: Usage, nowMs: number): PeriodUsage | null {
  return findCalendar(timeZone, calendar).dayOf(nowMs) === today.since ? today : null;
}

/** Usage of the week of an instant; null where the snapshot's week is another one. */
export function findThisWeek({ week, timeZone, calendar }: Usage, nowMs: number): PeriodUsage | null {
  const { dayOf } = findCalendar(timeZone, calendar);
  return toWeekStart(dayOf(nowMs), calendar) === week.since ? week : null;
}
