import { hourMs, minuteMs, secondMs } from '../domain/instant.ts';
import type { TimelinePoint } from '../domain/session-timeline.ts';
import { promptTokens } from '../domain/token-usage.ts';
import type { UsageCell } from '../domain/usage-cell.ts';
import { groupBy } from '../lib/group-by.ts';
import { addUsage, emptyUsage } from '../domain/token-usage.ts';
import type { PriceBook } from '../ports/price-book.ts';

/** A step of a session's timeline: all divide a quarter of an hour, as the ledger requires. */
const grainsMs = [secondMs, 15 * secondMs, minuteMs, 15 * minuteMs] as const;

/** The step for a session of this length: fine enough to separate responses, coarse enough to draw. */
export function toTimelineGrain(spanMs: number): number {
  const [fine, medium, minute, coarse] = grainsMs;
  if (spanMs <= 8 * hourMs) return fine;
  if (spanMs <= 48 * hourMs) return medium;
  return spanMs <= 14 * 24 * hourMs ? minute : coarse;
}

/**
 * The points of a session, in order: the responses within one step, separated by model and by whether a subagent asked.
 */
export function toTimelinePoints(cells: Iterable<UsageCell>, book: PriceBook): readonly TimelinePoint[] {
  const groups = groupBy(cells, ({ startMs, model, isSidechain }) => JSON.stringify([startMs, model, isSidechain]));
  return [...groups.values()]
    .map((group) => toPoint(group, book))
    .sort((left, right) => left.atMs - right.atMs || Number(left.isSidechain) - Number(right.isSidechain));
}

function toPoint(group: readonly UsageCell[], book: PriceBook): TimelinePoint {
  const [{ model, isSidechain }] = group as [UsageCell];
  const events = group.reduce((sum, cell) => sum + cell.events, 0);
  const usage = group.reduce((sum, cell) => addUsage(sum, cell.usage), emptyUsage);
  const costs = group.map((cell) => book.costOf(cell)).filter((cost) => cost !== null);
  return {
    atMs: Math.min(...group.map(({ firstAtMs }) => firstAtMs)),
    lastAtMs: Math.max(...group.map(({ lastAtMs }) => lastAtMs)),
    model,
    isSidechain,
    events,
    usage,
    costMicroUsd: costs.length === 0 ? null : costs.reduce((sum, cost) => sum + cost, 0),
    isCostPartial: costs.length < group.length,
    contextTokens: events === 0 ? 0 : Math.round(promptTokens(usage) / events),
  };
}
