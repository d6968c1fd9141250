import { hourMs, quarterHourMs } from '../domain/instant.ts';
import type { HistoryUse } from '../sources/lib/imported-uses/history-use.ts';

/** From one instant to another, UTC milliseconds; the second is no longer part of it. */
export interface TimeSpan {
  readonly fromMs: number;
  readonly toMs: number;
}

/** A sum stands twelve hours after its day began, see `toSumUse`. */
const halfDayMs = 12 * hourMs;
/** The longest day that a change of the clock makes. */
const longestDayHours = 25;

/** The day that a sum stands for, where it was imported: another time zone since then has other days. */
export function toSumSpan({ atMs, hours = 24 }: Pick<HistoryUse, 'atMs' | 'hours'>): TimeSpan {
  const fromMs = atMs - halfDayMs;
  return { fromMs, toMs: fromMs + hours * hourMs };
}

/** The longest day that a sum at this instant can stand for. */
export function toLongestSpan(atMs: number): TimeSpan {
  return toSumSpan({ atMs, hours: longestDayHours });
}

/** The quarters of an hour, by number, that usage reaches over: the days of every zone are made of them. */
function listQuarters(use: HistoryUse): readonly number[] {
  if (use.key !== null) return [Math.floor(use.atMs / quarterHourMs)];
  const { fromMs, toMs } = toSumSpan(use);
  const [first, end] = [Math.floor(fromMs / quarterHourMs), Math.ceil(toMs / quarterHourMs)];
  return Array.from({ length: end - first }, (_, index) => first + index);
}

/** Builds the question whether a sum's day overlaps usage of the same agent. */
export function createOverlap(uses: Iterable<HistoryUse>): (use: HistoryUse) => boolean {
  const taken = new Map<string, Set<number>>();
  for (const use of uses) {
    const quarters = taken.get(use.agent) ?? new Set();
    for (const quarter of listQuarters(use)) quarters.add(quarter);
    taken.set(use.agent, quarters);
  }
  return (use) => {
    const quarters = taken.get(use.agent);
    return quarters !== undefined && listQuarters(use).some((quarter) => quarters.has(quarter));
  };
}
