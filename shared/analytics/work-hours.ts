import { toUtcMs, type Calendar } from '../domain/calendar-day.ts';
import { createHourOf, createHourStart } from '../domain/clock-hour.ts';
import { floorTo, minuteMs, quarterHourMs } from '../domain/instant.ts';
import type { HourOfWeek, HourUsage, WorkHours } from '../domain/overview.ts';
import { totalTokens } from '../domain/token-usage.ts';
import type { UsageCell } from '../domain/usage-cell.ts';
import { compareValues } from '../lib/compare.ts';
import { groupBy } from '../lib/group-by.ts';
import type { PriceBook } from '../ports/price-book.ts';
import { sumTotals } from './totals.ts';

/** Sums cells by weekday and hour of the clock; no cell may reach from one hour into another. */
export function sumHoursOfWeek(cells: Iterable<UsageCell>, calendar: Calendar, book: PriceBook): readonly HourOfWeek[] {
  const hourOf = createHourOf(calendar.timeZone);
  const sums = new Map<number, { tokens: number; events: number; costMicroUsd: number | null }>();
  for (const cell of cells) {
    const place = weekdayOf(calendar.dayOf(cell.firstAtMs)) * 24 + hourOf(cell.firstAtMs);
    const sum = sums.get(place) ?? { tokens: 0, events: 0, costMicroUsd: null };
    const cost = book.costOf(cell);
    sum.tokens += totalTokens(cell.usage);
    sum.events += cell.events;
    if (cost !== null) sum.costMicroUsd = (sum.costMicroUsd ?? 0) + cost;
    sums.set(place, sum);
  }
  return [...sums]
    .sort(([left], [right]) => left - right)
    .map(([place, sum]) => ({ weekday: Math.floor(place / 24), hour: place % 24, ...sum }));
}

/** Sums cells by hour of the clock and source, in order; no cell may reach from one hour into another. */
export function sumHours(cells: Iterable<UsageCell>, calendar: Calendar, book: PriceBook): readonly HourUsage[] {
  const startOf = createHourStart(calendar.timeZone);
  const groups = groupBy(cells, ({ firstAtMs, source }) => JSON.stringify([startOf(firstAtMs), source]));
  return [...groups.values()]
    .map((group) => ({
      startMs: startOf(group[0]!.firstAtMs),
      source: group[0]!.source,
      ...sumTotals(group, book),
    }))
    .sort((left, right) => left.startMs - right.startMs || compareValues(left.source, right.source));
}

/** A response takes time, although it is recorded as a single moment. */
const shortestMs = minuteMs;

/**
 * How long sessions worked and how many at once, from cells by session and quarter of an hour: a session works from the
 * first to the last response of each quarter, at least a minute.
 */
export function measureConcurrency(cells: Iterable<UsageCell>): Pick<WorkHours, 'agentMinutes' | 'peak'> {
  const spans = groupBy(cells, ({ source, sessionId, firstAtMs }) =>
    JSON.stringify([source, sessionId, floorTo(firstAtMs, quarterHourMs)]),
  );
  const edges: { readonly atMs: number; readonly step: 1 | -1 }[] = [];
  let workedMs = 0;
  for (const span of spans.values()) {
    const startMs = Math.min(...span.map(({ firstAtMs }) => firstAtMs));
    const endMs = Math.max(startMs + shortestMs, ...span.map(({ lastAtMs }) => lastAtMs));
    // What is added to the end must not reach into the next quarter, which has a span of its own.
    const cutMs = Math.min(endMs, floorTo(startMs, quarterHourMs) + quarterHourMs);
    workedMs += cutMs - startMs;
    edges.push({ atMs: startMs, step: 1 }, { atMs: cutMs, step: -1 });
  }
  // If one ends when another starts, they did not overlap.
  edges.sort((left, right) => left.atMs - right.atMs || left.step - right.step);
  let running = 0;
  let peak: WorkHours['peak'] = null;
  for (const { atMs, step } of edges) {
    running += step;
    if (running > (peak?.sessions ?? 0)) peak = { sessions: running, atMs };
  }
  return { agentMinutes: Math.round(workedMs / minuteMs), peak };
}

function weekdayOf(day: string): number {
  return (new Date(toUtcMs(day)).getUTCDay() + 6) % 7;
}
