import { toUtcMs, type Calendar } from '../domain/calendar-day.ts';
import { hourMs } from '../domain/instant.ts';
import { createDistribution, type Distribution } from './distribution.ts';
import { usedSoFar, type ForecastInput, type ForecastWindow, type PastWindow } from './forecast.ts';
import type { Weighted } from './quantile.ts';

/** After this many windows, one counts half. */
const halfAfter = 20;
/** The factor by which a window counts less if it differs in one of these: see `compareWindows`. */
const otherKind = 0.3;
/** Usage within this time before a moment shows whether the person is at work. */
const atWorkMs = 2 * hourMs;
/** The maximum share of past windows in a forecast; and the weight at which they have half of it. */
const maxShare = 0.8;
const halfShareAt = 2;
/** The number of equally likely values into which each distribution is split for mixing. */
const parts = 40;

/**
 * Mixes what came after similar moments with what came in past days or weeks after the same part of them, in tokens:
 * those with as much work behind them, and days of the same part of the week, count more. Blocks are left unchanged:
 * they begin with work, so past blocks add nothing to similar moments.
 */
export function mixWithPast(moments: Distribution, input: ForecastInput): Distribution {
  if (input.window.kind === 'block') return moments;
  const remainders = readRemainders(input);
  const weight = remainders.reduce((sum, each) => sum + each.weight, 0);
  if (weight === 0) return moments;
  const share = (maxShare * weight) / (weight + halfShareAt);
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

/** Workdays differ from weekends. */
function compareWindows(past: PastWindow, now: ForecastWindow, calendar: Calendar): number {
  if (now.kind !== 'day') return 1;
  return isWeekend(past.startMs, calendar) === isWeekend(now.startMs, calendar) ? 1 : otherKind;
}

function isWeekend(atMs: number, calendar: Calendar): boolean {
  return new Date(toUtcMs(calendar.dayOf(atMs))).getUTCDay() % 6 === 0;
}
