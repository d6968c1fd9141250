import type { AgentTreeRow } from '../../../../shared/domain/agent-process.ts';

/** What `top` can be sorted by. */
export const topSorts = ['cpu', 'memory', 'age'] as const;
export type TopSort = (typeof topSorts)[number];

/** How the person wants to see the processes. */
export interface TopState {
  readonly sort: TopSort;
  readonly hasTree: boolean;
  readonly isDone: boolean;
}

/** What is shown before any key. */
export const firstTopState: TopState = { sort: 'cpu', hasTree: false, isDone: false };

const endKeys: ReadonlySet<string> = new Set(['q', 'Q', '\u0003', '\u0004', '\u001b']);
const sortKeys: Readonly<Record<string, TopSort>> = { c: 'cpu', m: 'memory', a: 'age' };

/** The state after a key. Unknown keys change nothing. */
export function pressKey(state: TopState, key: string): TopState {
  if (endKeys.has(key)) return { ...state, isDone: true };
  const sort = sortKeys[key.toLowerCase()];
  if (sort !== undefined) return { ...state, sort };
  return key.toLowerCase() === 't' ? { ...state, hasTree: !state.hasTree } : state;
}

/** The agents in the order that was asked for: the busiest, the largest or the oldest first. */
export function sortAgents(rows: readonly AgentTreeRow[], sort: TopSort): readonly AgentTreeRow[] {
  const compare: Readonly<Record<TopSort, (a: AgentTreeRow, b: AgentTreeRow) => number>> = {
    cpu: (a, b) => (b.cpuRatio ?? -1) - (a.cpuRatio ?? -1),
    memory: (a, b) => b.rssBytes - a.rssBytes,
    age: (a, b) => a.startedAtMs - b.startedAtMs,
  };
  return rows.toSorted((a, b) => compare[sort](a, b) || a.pid - b.pid);
}
