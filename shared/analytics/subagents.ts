import type { SessionId } from '../domain/ids.ts';
import type { SessionSummary, SubagentCount } from '../domain/session.ts';
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
    (cell) => JSON.stringify(identify(cell)),
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

/** Which subagents each session started. There may be thousands of both, so that they are grouped once. */
export interface SubagentTree {
  /** The session that started a session as its subagent; null where none did, or it is unknown. */
  parentOf(root: SessionRoot): SessionId | null;
  /**
   * What a session started, and what that started, each below its parent. Every subagent appears once, whatever circle
   * the logs describe.
   */
  below(root: SessionRoot): readonly PlacedSubagent[];
}

type SessionRoot = Pick<SessionSummary, 'source' | 'sessionId'>;

/** Builds the tree of subagents, whose order remains that of siblings. */
export function createSubagentTree(subagents: readonly Subagent[]): SubagentTree {
  const children = groupBy(subagents, toRootKey);
  const parents = new Map<string, SessionId>();
  for (const { source, sessionId, id, isSession } of subagents) {
    const key = id === null || !isSession ? null : toRootKey({ source, sessionId: id });
    if (key !== null && !parents.has(key)) parents.set(key, sessionId);
  }
  return {
    parentOf: (root) => parents.get(toRootKey(root)) ?? null,
    below(root) {
      const placed: PlacedSubagent[] = [];
      const seen = new Set<Subagent>();
      const place = (at: SessionRoot, depth: number): void => {
        for (const subagent of children.get(toRootKey(at)) ?? []) {
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

function toRootKey({ source, sessionId }: SessionRoot): string {
  return JSON.stringify([source, sessionId]);
}

/** Which subagent a cell is of: a session of its own, or one within the session. */
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
  const { events, usage, costMicroUsd } = sum.totals();
  return { ...identify(first), models: sum.models(), firstAtMs, lastAtMs, events, usage, costMicroUsd };
}

function compareSubagents(left: Subagent, right: Subagent): number {
  return (
    left.firstAtMs - right.firstAtMs ||
    compareValues(left.source, right.source) ||
    compareValues(left.sessionId, right.sessionId) ||
    compareNullable(left.id, right.id)
  );
}
