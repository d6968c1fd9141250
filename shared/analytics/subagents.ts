import type { SessionId } from '../domain/ids.ts';
import { toSessionKey, type SessionSummary, type SubagentCount } from '../domain/session.ts';
import type { PlacedSubagent, Subagent } from '../domain/subagent.ts';
import type { UsageCell } from '../domain/usage-cell.ts';
import { compareNullable, compareValues } from '../lib/compare.ts';
import { groupBy } from '../lib/group-by.ts';
import type { PriceBook } from '../ports/price-book.ts';
import { createUsageSum } from './usage-sum.ts';

/** Subagents of subagents are shown to this depth: the ids come from logs, which may contain anything. */
const maxDepth = 16;

/** The subagents that cells show, oldest first; the cells must be grouped by session, subagent and parent. */
export function listSubagents(cells: Iterable<UsageCell>, book: PriceBook): readonly Subagent[] {
  const groups = groupBy(
    [...cells].filter(({ isSidechain, parentSession }) => isSidechain || parentSession !== null),
    (cell) => JSON.stringify(identify(cell)),
  );
  return [...groups.values()].map((group) => toSubagent(group, book)).sort(compareSubagents);
}

/** The session that started a session as its subagent; null where there is none, or it is unknown. */
export function findParentSession(cells: Iterable<UsageCell>): SessionId | null {
  // Logs that disagree are damaged: any answer will do, as long as it is always the same.
  const named = [...cells].flatMap(({ parentSession }) => parentSession ?? []);
  return named.reduce<SessionId | null>((first, name) => (first === null || name < first ? name : first), null);
}

/** How many subagents the cells of one session show. */
export function countSubagents(cells: readonly UsageCell[]): SubagentCount {
  const ofSubagents = cells.filter(({ isSidechain }) => isSidechain);
  const names = ofSubagents.map(({ subagent }) => subagent).filter((name) => name !== null);
  const parentId = findParentSession(cells);
  const hasUnnamed = parentId === null && ofSubagents.some(({ subagent }) => subagent === null);
  return { parentId, named: new Set(names).size, hasUnnamed };
}

/** Which subagents each session started. There may be thousands of both, so they are grouped only once. */
export interface SubagentTree {
  /** The session that started a session as its subagent; null where none did, or it is unknown. */
  parentOf(root: SessionRoot): SessionId | null;
  /**
   * What a session started, and what that started, each below its parent. Every subagent appears once, even if the logs
   * describe a cycle.
   */
  below(root: SessionRoot): readonly PlacedSubagent[];
}

type SessionRoot = Pick<SessionSummary, 'source' | 'sessionId'>;

/** Builds the tree; siblings keep the order of `subagents`. */
export function createSubagentTree(subagents: readonly Subagent[]): SubagentTree {
  const children = groupBy(subagents, toSessionKey);
  const parents = new Map<string, SessionId>();
  for (const { source, sessionId, id, isSession } of subagents) {
    const key = id === null || !isSession ? null : toSessionKey({ source, sessionId: id });
    if (key !== null && !parents.has(key)) parents.set(key, sessionId);
  }
  return {
    parentOf: (root) => parents.get(toSessionKey(root)) ?? null,
    below(root) {
      const placed: PlacedSubagent[] = [];
      const seen = new Set<Subagent>();
      const place = (at: SessionRoot, depth: number): void => {
        for (const subagent of children.get(toSessionKey(at)) ?? []) {
          if (seen.has(subagent)) continue;
          seen.add(subagent);
          placed.push({ subagent, depth });
          const { source, id, isSession } = subagent;
          if (isSession && id !== null && depth < maxDepth) place({ source, sessionId: id }, depth + 1);
        }
      };
      place(root, 1);
      return placed;
    },
  };
}

/** Which subagent a cell belongs to: one that is a session itself, or one within the session. */
function identify({ source, sessionId, subagent, parentSession }: UsageCell) {
  return parentSession !== null && subagent === null
    ? { source, sessionId: parentSession, id: sessionId, isSession: true }
    : { source, sessionId, id: subagent, isSession: false };
}

function toSubagent(group: readonly UsageCell[], book: PriceBook): Subagent {
  const [first] = group as [UsageCell];
  const sum = createUsageSum();
  for (const cell of group) sum.add(cell, book.costOf(cell));
  const { firstAtMs, lastAtMs } = sum.state;
  const { events, usage, costMicroUsd, unpricedModels } = sum.totals();
  const costs = { costMicroUsd, unpricedModels };
  return { ...identify(first), models: sum.models(), firstAtMs, lastAtMs, events, usage, ...costs };
}

function compareSubagents(left: Subagent, right: Subagent): number {
  return (
    left.firstAtMs - right.firstAtMs ||
    compareValues(left.source, right.source) ||
    compareValues(left.sessionId, right.sessionId) ||
    compareNullable(left.id, right.id)
  );
}
