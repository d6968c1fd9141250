import type { AgentTreeRow, ProcessId } from '../../../shared/domain/agent-process.ts';
import { messages } from '../../messages.ts';

const { member, origin } = messages.processView.facts;

/** What a person is asked before processes end. */
export interface EndQuestion {
  /** Everything that ends, with the start that identifies it. */
  readonly targets: readonly ProcessId[];
  /** One line for each of them. */
  readonly list: readonly string[];
  /** What they work for. */
  readonly notes: readonly string[];
}

/**
 * Everything that ends with these agents, as it is now: an agent that ends alone may leave behind what it started. Null
 * when none of them runs any more.
 */
export function toEndQuestion(
  rows: readonly AgentTreeRow[],
  roots: readonly ProcessId[],
  nowMs: number,
): EndQuestion | null {
  const found = findTrees(rows, roots);
  if (found.length === 0) return null;
  const members = found.flatMap((row) => row.members);
  return {
    targets: members.map(({ pid, startedAtMs }) => ({ pid, startedAtMs })),
    list: members.map((each) => member(each, nowMs)),
    notes: found.map(({ session, lastEventAtMs }) => origin(session, lastEventAtMs, nowMs)),
  };
}

/** These agents with everything that they started: their children keep running when only the agents are paused. */
export function listTargets(rows: readonly AgentTreeRow[], roots: readonly ProcessId[]): readonly ProcessId[] {
  const members = findTrees(rows, roots).flatMap((row) => row.members);
  return members.map(({ pid, startedAtMs }) => ({ pid, startedAtMs }));
}

function findTrees(rows: readonly AgentTreeRow[], roots: readonly ProcessId[]): readonly AgentTreeRow[] {
  return rows.filter((row) => roots.some(({ pid, startedAtMs }) => pid === row.pid && startedAtMs === row.startedAtMs));
}
