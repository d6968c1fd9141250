import type { AlertKind } from '../domain/alert-intent.ts';
import type { LocalTime } from '../domain/local-time.ts';
import type { AlertChoices, Schedule } from './alert-choices.ts';

/** Whether alerts of a kind have to wait now: snoozed, in quiet hours, or outside of the schedule of their rule. */
export function mustWait(kind: AlertKind, choices: AlertChoices, local: LocalTime, nowMs: number): boolean {
  const { snoozedUntilMs, quietHours } = choices;
  if (snoozedUntilMs !== null && nowMs < snoozedUntilMs) return true;
  if (quietHours !== null && isBetween(local.minute, quietHours.fromMinute, quietHours.toMinute)) return true;
  const { schedule } = choices[kind];
  return schedule !== null && !isScheduled(schedule, local);
}

/** Half open, and over midnight where the end is before the start; none where both are the same. */
function isBetween(minute: number, fromMinute: number, toMinute: number): boolean {
  return fromMinute <= toMinute ? minute >= fromMinute && minute < toMinute : minute >= fromMinute || minute < toMinute;
}

/** The hours after midnight belong to the day on which they began. */
function isScheduled({ fromMinute, toMinute, weekdays }: Schedule, { weekday, minute }: LocalTime): boolean {
  const isAllDay = fromMinute === toMinute;
  const isAfterMidnight = fromMinute > toMinute && minute < toMinute;
  const day = isAfterMidnight ? (weekday + 6) % 7 : weekday;
  return weekdays.includes(day) && (isAllDay || isBetween(minute, fromMinute, toMinute));
}
