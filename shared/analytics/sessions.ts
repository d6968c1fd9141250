import { toSessionKey, type SessionSummary } from '../domain/session.ts';
import type { UsageCell } from '../domain/usage-cell.ts';
import { groupBy } from '../lib/group-by.ts';
import type { PriceBook } from '../ports/price-book.ts';
import { compareSessions, summarizeSession } from './session-usage.ts';

/** Session summaries, the one with the newest event first. */
export function summarizeSessions(cells: Iterable<UsageCell>, book: PriceBook): readonly SessionSummary[] {
  const sessions = groupBy(cells, toSessionKey);
  return [...sessions.values()]
    .map((ofSession) => summarizeSession(ofSession, book))
    .filter((session) => session !== null)
    .sort(compareSessions);
}
