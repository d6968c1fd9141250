import type { Calendar } from '../domain/calendar-day.ts';
import { dayMs, minuteMs } from '../domain/instant.ts';
import type { LimitReading } from '../domain/limit-window.ts';
import { minElapsedShare } from './windows.ts';
import { everyDay, measureWork, type WorkWeek } from './work-week.ts';

/** How use compares with time, from far below to far above even use (bands of CodexBar's `UsagePace`). */
export const paceBands = [
  'far-below',
  'below',
  'slightly-below',
  'even',
  'slightly-above',
  'above',
  'far-above',
] as const;
export type PaceBand = (typeof paceBands)[number];

/** Differences in percent up to which a band reaches. */
const bandLimits = [2, 6, 12];

/** Shorter windows do not span enough days for work days to matter. */
const workAwareMs = 2 * dayMs;

/** The pace of a window as of its reading. */
export interface LimitPace {
  /** Share of the window's time that had passed, 0 to 100; of its work time where it lasts days. */
  readonly elapsedPercent: number;
  /** Used percent less elapsed percent: above 0, the window fills faster than its time passes. */
  readonly deltaPercent: number;
  readonly band: PaceBand;
}

/**
 * Compares a window's use with the time that had passed when it was read. Null where either is unknown, and before 3 %
 * of the window have passed, since nothing can be said then.
 */
export function toPace(reading: LimitReading, week: WorkWeek, calendar: Calendar): LimitPace | null {
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
