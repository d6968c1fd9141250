import { blockMs } from '../domain/block.ts';
import { addDays, toWeekStart, type Calendar } from '../domain/calendar-day.ts';
import { floorTo, hourMs } from '../domain/instant.ts';
import { historyMs } from './usage-pattern.ts';
import type { ForecastWindow, PastWindow } from './forecast.ts';
import type { SlotSeries } from './slot-series.ts';

/** The five-hour blocks of one source that are over by `nowMs`, by the rule of `buildBlocks` without a provider's reset. */
export function listPastBlocks(series: SlotSeries, nowMs: number): readonly PastWindow[] {
  const blocks: PastWindow[] = [];
  let slot = series.at(0);
  while (slot !== undefined) {
    const startMs = Math.max(floorTo(slot.atMs, hourMs), blocks.at(-1)?.endMs ?? -Infinity);
    const endMs = startMs + blockMs;
    if (endMs > nowMs) break;
    blocks.push({ kind: 'block', startMs, endMs, total: series.sumBetween(startMs, endMs) });
    slot = series.at(series.countBefore(endMs));
  }
  return blocks;
}

/** The calendar days or weeks that are over by `nowMs`, idle ones too, from the first that was seen as a whole. */
export function listPastPeriods(
  kind: 'day' | 'week',
  series: SlotSeries,
  calendar: Calendar,
  nowMs: number,
): readonly PastWindow[] {
  const first = series.at(0);
  if (first === undefined) return [];
  const periods: PastWindow[] = [];
  const length = kind === 'day' ? 1 : 7;
  const firstDay = calendar.dayOf(first.atMs);
  let day = addDays(kind === 'day' ? firstDay : toWeekStart(firstDay, calendar), length);
  for (;;) {
    const startMs = calendar.startOf(day);
    day = addDays(day, length);
    const endMs = calendar.startOf(day);
    if (endMs > nowMs) return periods;
    periods.push({ kind, startMs, endMs, total: series.sumBetween(startMs, endMs) });
  }
}

/** The spans of the same length right before a window, oldest first, from the first that was seen as a whole. */
export function listSpansBefore({ kind, startMs, endMs }: ForecastWindow, series: SlotSeries): readonly PastWindow[] {
  const first = series.at(0);
  const lengthMs = endMs - startMs;
  if (first === undefined || !(lengthMs > 0)) return [];
  const spans: PastWindow[] = [];
  const earliestMs = Math.max(first.atMs, startMs - historyMs);
  for (let fromMs = startMs - lengthMs; fromMs >= earliestMs; fromMs -= lengthMs) {
    const toMs = fromMs + lengthMs;
    spans.unshift({ kind, startMs: fromMs, endMs: toMs, total: series.sumBetween(fromMs, toMs) });
  }
  return spans;
}
