import type { SessionId, SourceId } from '../domain/ids.ts';
import type { SubagentCount } from '../domain/session.ts';
import type { PlacedSubagent, Subagent } from '../domain/subagent.ts';
import type { UsageCell } from '../domain/usage-cell.ts';
import { compareNullable, compareValues } from '../lib/compare.ts';
import { groupBy } from '../lib/group-by.ts';
import type { PriceBook } from '../ports/price-book.ts';
import { createUsageSum } from './usage-sum.ts';

/** Subagents that start subagents are shown to this depth: the ids come from logs, which may say anything. */
const maxDepth = 16;

/** The subagents that cells show, oldest first; the cells must keep their session, subagent and parent. */
export function listSubagents(cells: Iterable<UsageCell>, book: PriceBook): readonly Subagent[] {
  const groups = groupBy(
    [...cells].filter(({ isSidechain, parentSession }) => isSidechain || parentSession !== null),
    ({ source, sessionId, subagent, parentSession }) => JSON.stringify([source, sessionId, subagent, parentSession]),
  );
  return [...groups.values()].map((group) => toSubagent(group, book)).sort(compareSubagents);
}

/** The session that started a session as its subagent; null where none did, or it is unknown. */
export function findParentSession(cells: Iterable<UsageCell>): SessionId | null {
  // Logs that disagree about it are damaged: any answer will do, as long as it is always the same.
  const named = [...cells].flatMap(({ parentSession }) => parentSession ?? []);
  return named.reduce<SessionId | null>((first, name) => (first === null || name < first ? name : first), null);
}

/** How many subagents the cells of one session show. */
export function countSubagents(cells: readonly UsageCell[]): SubagentCount {
  const asked = cells.filter(({ isSidechain }) => isSidechain);
  const names = asked.map(({ subagent }) => subagent).filter((name) => name !== null);
  const parentId = findParentSession(cells);
  const hasUnnamed = parentId === null && asked.some(({ subagent }) => subagent === null);
  return { parentId, named: new Set(names).size, hasUnnamed };
}

/**
 * What a session started, and what that started, each below its parent. Every subagent appears once, whatever
 * circle the logs describe.
 */
export function placeSubagents(
  subagents: readonly Subagent[],
  root: { readonly source: SourceId; readonly sessionId: SessionId },
): readonly PlacedSubagent[] {
  const children = groupBy(subagents, ({ source, sessionId }) => JSON.stringify([source, sessionId]));
  const placed: PlacedSubagent[] = [];
  const seen = new Set<Subagent>();
  const place = (source: SourceId, sessionId: SessionId, depth: number): void => {
    for (const subagent of children.get(JSON.stringify([source, sessionId])) ?? []) {
      if (seen.has(subagent)) continue;
      seen.add(subagent);
      placed.push({ subagent, depth });
      if (subagent.isSession && subagent.id !== null && depth < maxDepth) place(source, subagent.id, depth + 1);
    }
  };
  place(root.source, root.sessionId, 1);
  return placed;
}

function toSubagent(group: readonly UsageCell[], book: PriceBook): Subagent {
  const [{ source, sessionId, subagent, parentSession }] = group as [UsageCell];
  const sum = createUsageSum();
  for (const cell of group) sum.add(cell, book.costOf(cell));
  const { firstAtMs, lastAtMs } = sum.state;
  const { events, usage, costMicroUsd } = sum.totals();
  const isSession = parentSession !== null && subagent === null;
  return {
    source,
    sessionId: isSession ? parentSession : sessionId,
    id: isSession ? sessionId : subagent,
    isSession,
    models: sum.models(),
    firstAtMs,
    lastAtMs,
    events,
    usage,
    costMicroUsd,
  };
}

function compareSubagents(left: Subagent, right: Subagent): number {
  return (
    left.firstAtMs - right.firstAtMs ||
    compareValues(left.source, right.source) ||
    compareValues(left.sessionId, right.sessionId) ||
    compareNullable(left.id, right.id)
  );
}
