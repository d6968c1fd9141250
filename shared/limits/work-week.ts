import { addDays, toUtcMs, type Calendar, type DayKey } from '../domain/calendar-day.ts';
import { dayMs } from '../domain/instant.ts';
import type { WorkDays } from '../domain/work-days.ts';

/** How much of a week's work falls on each day, Monday first. Only the proportions matter. */
export type WorkWeek = readonly [number, number, number, number, number, number, number];

/** All days are equal. */
export const everyDay: WorkWeek = [1, 1, 1, 1, 1, 1, 1];

/** Weeks that a learned week is learned from, and how many of them must have usage. */
export const learnedWeeks = 8;
const minWeeks = 3;
/** A day never counts less than this share of an even day: the person may work on it after all. */
const minShare = 0.1;

/** A week of four or five days from Monday on, or of seven. */
export function toWorkWeek(days: Exclude<WorkDays, 'learned'>): WorkWeek {
  return everyDay.map((_, weekday) => (weekday < days ? 1 : 0)) as unknown as WorkWeek;
}

/**
 * The person's own week: the mean share of each weekday in the usage of the weeks that have any. `usedByDay` holds
 * any measure of usage (cost, tokens) of complete days. Null with fewer than three such weeks.
 */
export function learnWorkWeek(usedByDay: ReadonlyMap<DayKey, number>): WorkWeek | null {
  const weeks = new Map<DayKey, number[]>();
  for (const [day, used] of usedByDay) {
    if (!(used > 0)) continue;
    const weekday = toWeekday(day);
    const monday = addDays(day, -weekday);
    const week = weeks.get(monday) ?? [0, 0, 0, 0, 0, 0, 0];
    week[weekday]! += used;
    weeks.set(monday, week);
  }
  if (weeks.size < minWeeks) return null;
  const shares = [0, 0, 0, 0, 0, 0, 0];
  for (const week of weeks.values()) {
    const total = week.reduce((sum, used) => sum + used, 0);
    week.forEach((used, weekday) => (shares[weekday]! += used / total / weeks.size));
  }
  return shares.map((share) => Math.max(share * 7, minShare)) as unknown as WorkWeek;
}

/**
 * The work in a span of time, in milliseconds of an even week. Days begin at midnight in the calendar's zone and may
 * last 23 or 25 hours, each of which counts.
 */
export function measureWork(fromMs: number, toMs: number, week: WorkWeek, calendar: Calendar): number {
  let work = 0;
  let day = calendar.dayOf(fromMs);
  for (let startMs = fromMs; startMs < toMs;) {
    day = addDays(day, 1);
    const endMs = Math.min(calendar.startOf(day), toMs);
    work += (endMs - startMs) * week[toWeekday(addDays(day, -1))]!;
    startMs = endMs;
  }
  return work;
}

/** 0 for Monday. */
function toWeekday(day: DayKey): number {
  // 1 January 1970 was a Thursday.
  return (((toUtcMs(day) / dayMs + 3) % 7) + 7) % 7;
}
