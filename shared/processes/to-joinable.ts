import type { ProcessDetails } from '../domain/process-details.ts';
import { splitCommandLine } from './command-line.ts';
import type { AgentFinder } from './agent-finder.ts';
import type { JoinableAgent } from './join-sessions.ts';
import type { AgentTree } from './match-agents.ts';

/**
 * The agent's own processes in its tree: its root, and those that are the same program again, such as the native
 * program that a Node script starts. They hold the evidence of its session.
 */
export function listOwnProcesses({ agent, members }: AgentTree, find: AgentFinder): readonly number[] {
  return members.filter((member) => find(member) === agent).map(({ pid }) => pid);
}

/** The evidence for a tree's session. */
export function toJoinable(
  tree: AgentTree,
  find: AgentFinder,
  detailsOf: (pid: number) => ProcessDetails | null,
): JoinableAgent {
  const { agent, root, members } = tree;
  const own = members.filter((member) => find(member) === agent);
  const files = own.map(({ pid }) => detailsOf(pid)?.openFiles ?? null).filter((list) => list !== null);
  return {
    pid: root.pid,
    startedAtMs: root.startedAtMs,
    source: agent.source,
    cwd: root.cwd ?? detailsOf(root.pid)?.cwd ?? null,
    args: own.flatMap(({ commandLine }) => splitCommandLine(commandLine).slice(1)),
    forkOptions: agent.forkOptions ?? [],
    openFiles: files.length === 0 ? null : files.flat(),
  };
}
