import type { Calendar } from '../domain/calendar-day.ts';
import { dayMs, minuteMs } from '../domain/instant.ts';
import { paceBands, type LimitPace, type PaceBand } from '../domain/limit-pace.ts';
import type { LimitReading } from '../domain/limit-window.ts';
import { everyDay, measureWork, type WorkWeek } from './work-week.ts';

/** Before this share of a window has passed, its pace says nothing (as in CodexBar). */
export const minElapsedShare = 0.03;

/** Differences in percent up to which a band reaches. */
const bandLimits = [2, 6, 12];

/** Shorter windows do not span enough days for work days to matter. */
const workAwareMs = 2 * dayMs;

/** When the person works. */
export interface PaceOptions {
  readonly week: WorkWeek;
  readonly calendar: Calendar;
}

/**
 * Compares a window's use with the time that had passed when it was read. Null where either is unknown, and before 3 %
 * of the window have passed, since a pace means nothing then.
 */
export function toPace(reading: LimitReading, { week, calendar }: PaceOptions): LimitPace | null {
  const { usedPercent, resetsAtMs, windowMinutes, observedAtMs } = reading;
  if (usedPercent === null || resetsAtMs === null || windowMinutes === null) return null;
  const lengthMs = windowMinutes * minuteMs;
  const startMs = resetsAtMs - lengthMs;
  const atMs = Math.min(Math.max(observedAtMs, startMs), resetsAtMs);
  if (atMs - startMs < lengthMs * minElapsedShare) return null;
  const days = lengthMs >= workAwareMs ? week : everyDay;
  const work = days === everyDay ? lengthMs : measureWork(startMs, resetsAtMs, days, calendar);
  if (work === 0) return null;
  const done = days === everyDay ? atMs - startMs : measureWork(startMs, atMs, days, calendar);
  const elapsedPercent = roundTenth((100 * done) / work);
  const deltaPercent = roundTenth(usedPercent - elapsedPercent);
  return { elapsedPercent, deltaPercent, band: toBand(deltaPercent) };
}

function toBand(deltaPercent: number): PaceBand {
  const index = bandLimits.filter((limit) => Math.abs(deltaPercent) > limit).length;
  return paceBands[3 + (deltaPercent < 0 ? -index : index)]!;
}

function roundTenth(value: number): number {
  return Math.round(value * 10) / 10 + 0;
}
