import { toUtcMs, type Calendar } from '../domain/calendar-day.ts';
import { hourMs } from '../domain/instant.ts';
import { createDistribution, type Distribution } from './distribution.ts';
import { usedSoFar, type ForecastInput, type ForecastWindow, type PastWindow } from './forecast.ts';
import type { Weighted } from './quantile.ts';

/** After so many windows, one counts half. */
const halfAfter = 20;
/** A window that differs in one of these counts for so much of one that does not: see `compareWindows`. */
const otherKind = 0.3;
/** What was done in this time before a moment says whether somebody is at work. */
const atWorkMs = 2 * hourMs;
/** The most that past windows count in a forecast; and at how much weight of them, half of that. */
const mostShare = 0.8;
const halfShareAt = 2;
/** In how many equally likely values a distribution is mixed with another one. */
const parts = 40;

/**
 * Mixes what came after similar moments with what came in past days or weeks after the same part of them, in tokens:
 * those with as much work behind them, and days of the same part of the week, count more. Blocks are left as they are:
 * they begin with work, so that past blocks say nothing that similar moments do not.
 */
export function mixWithPast(moments: Distribution, input: ForecastInput): Distribution {
  if (input.window.kind === 'block') return moments;
  const remainders = readRemainders(input);
  const weight = remainders.reduce((sum, each) => sum + each.weight, 0);
  if (weight === 0) return moments;
  const share = (mostShare * weight) / (weight + halfShareAt);
  return createDistribution(
    [
      ...Array.from({ length: parts }, (_, index) => ({
        value: moments.quantile((index + 0.5) / parts),
        weight: (1 - share) / parts,
      })),
      ...remainders.map((each) => ({ value: each.value, weight: (share * each.weight) / weight })),
    ],
    1,
  );
}

/** What was used in each past window after the same share of it. */
function readRemainders(input: ForecastInput): readonly Weighted[] {
  const { window, nowMs, past, series } = input;
  const elapsed = (nowMs - window.startMs) / (window.endMs - window.startMs);
  const used = usedSoFar(input);
  const isAtWork = (atMs: number): boolean => series.sumBetween(atMs - atWorkMs, atMs) > 0;
  return past.map((each, index) => {
    const atMs = each.startMs + elapsed * (each.endMs - each.startMs);
    const before = series.sumBetween(each.startMs, atMs);
    const likeness = compareWindows(each, window, input.calendar);
    const weight =
      0.5 ** ((past.length - 1 - index) / halfAfter) *
      likeness *
      (before > 0 === used > 0 ? 1 : otherKind) *
      (isAtWork(atMs) === isAtWork(nowMs) ? 1 : otherKind);
    return { value: Math.max(0, each.total - before), weight };
  });
}

/** A workday is unlike a day of the weekend. */
function compareWindows(past: PastWindow, now: ForecastWindow, calendar: Calendar): number {
  if (now.kind !== 'day') return 1;
  return isWeekend(past.startMs, calendar) === isWeekend(now.startMs, calendar) ? 1 : otherKind;
}

function isWeekend(atMs: number, calendar: Calendar): boolean {
  return new Date(toUtcMs(calendar.dayOf(atMs))).getUTCDay() % 6 === 0;
}
