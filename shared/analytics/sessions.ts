import type { SessionSummary } from '../domain/session.ts';
import type { UsageCell } from '../domain/usage-cell.ts';
import type { PriceBook } from '../ports/price-book.ts';
import { compareValues } from '../lib/compare.ts';
import { groupBy } from '../lib/group-by.ts';
import { createUsageSum } from './usage-sum.ts';

/** Sessions in sum, the one with the newest event first. */
export function summarizeSessions(cells: Iterable<UsageCell>, book: PriceBook): readonly SessionSummary[] {
  const sessions = groupBy(cells, ({ source, sessionId }) => JSON.stringify([source, sessionId]));
  return [...sessions.values()]
    .flatMap((ofSession) => summarizeSession(ofSession, book) ?? [])
    .sort((a, b) => b.lastAtMs - a.lastAtMs || compareValues(a.sessionId, b.sessionId));
}

function summarizeSession(cells: readonly UsageCell[], book: PriceBook): SessionSummary | null {
  const sum = createUsageSum();
  for (const cell of cells) sum.add(cell, book.costOf(cell));
  const [first] = cells;
  const span = sum.span();
  if (first === undefined || span === null) return null;
  const { events, usage, costMicroUsd } = sum.totals();
  return {
    source: first.source,
    sessionId: first.sessionId,
    project: findMainProject(cells),
    branch: findLastBranch(cells),
    models: sum.models(),
    ...span,
    events,
    usage,
    costMicroUsd,
  };
}

/** The folder in which most events happened: a session may visit others. */
function findMainProject(cells: readonly UsageCell[]): string | null {
  const eventsIn = new Map<string, number>();
  for (const { project, events } of cells) {
    if (project !== null) eventsIn.set(project, (eventsIn.get(project) ?? 0) + events);
  }
  const [main] = [...eventsIn].sort(([a, eventsA], [b, eventsB]) => eventsB - eventsA || compareValues(a, b));
  return main?.[0] ?? null;
}

/** The branch on which the session is now. */
function findLastBranch(cells: readonly UsageCell[]): string | null {
  let last: UsageCell | null = null;
  for (const cell of cells) {
    if (cell.branch !== null && (last === null || cell.lastAtMs >= last.lastAtMs)) last = cell;
  }
  return last?.branch ?? null;
}
