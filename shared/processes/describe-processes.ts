import type {
  AgentProcess,
  AgentTreeRow,
  OrphanGroup,
  SessionLink,
  StartedBy,
  TreeMember,
} from '../domain/agent-process.ts';
import type { ProcessDetails } from '../domain/process-details.ts';
import { hourMs } from '../domain/instant.ts';
import type { ProcessSample } from '../domain/process-sample.ts';
import type { AgentTree, CpuMeter } from './match-agents.ts';
import { isWithoutParent } from './orphans.ts';
import { listAncestors } from './terminal-chain.ts';
import { toTreeMembers } from './tree-members.ts';

/** A session that has used no tokens for this long is idle, … */
const idleAfterMs = 3 * hourMs;
/** … if its processes use less than this share of a core … */
const idleCpuRatio = 0.02;
/** … and hold at least this much memory, in bytes. */
const idleMemoryBytes = 50 * 1024 * 1024;

/** Whether an agent holds memory for a session that has not been used for hours. False if that is not known. */
export function isIdleAgent(
  { cpuRatio, rssBytes }: Pick<AgentProcess, 'cpuRatio' | 'rssBytes'>,
  lastEventAtMs: number | null,
  nowMs: number,
): boolean {
  const isQuiet = lastEventAtMs !== null && nowMs - lastEventAtMs >= idleAfterMs;
  return isQuiet && cpuRatio !== null && cpuRatio < idleCpuRatio && rssBytes >= idleMemoryBytes;
}

/** The input of `describeAgentTrees`. */
export interface DescribeInput {
  readonly agents: readonly AgentProcess[];
  readonly trees: readonly AgentTree[];
  readonly samples: readonly ProcessSample[];
  readonly details: readonly ProcessDetails[];
  readonly toCpuRatio: CpuMeter;
  /** When a session last used tokens, UTC milliseconds; null when it is not known. */
  readonly lastEventAtMs: (session: SessionLink) => number | null;
  readonly nowMs: number;
}

/** The agents with all of their processes, in the order of `agents`. */
export function describeAgentTrees(input: DescribeInput): readonly AgentTreeRow[] {
  const trees = new Map(input.trees.map((tree) => [tree.root.pid, tree]));
  const byPid = new Map(input.samples.map((sample) => [sample.pid, sample]));
  const details = new Map(input.details.map((found) => [found.pid, found]));
  return input.agents.flatMap((agent) => {
    const tree = trees.get(agent.pid);
    if (tree === undefined) return [];
    const lastEventAtMs = agent.session === null ? null : input.lastEventAtMs(agent.session);
    const isAgent = (sample: ProcessSample): boolean => sample === tree.root;
    const members = withPorts(toTreeMembers(tree.members, input.toCpuRatio, isAgent), input.details);
    const row = {
      ...agent,
      cwd: agent.cwd ?? details.get(agent.pid)?.cwd ?? null,
      parentPid: tree.root.parentPid,
      isDetached: isWithoutParent(tree.root, byPid),
      startedBy: findStarter(tree, input),
      pssBytes: sumPss(tree.members, details),
      lastEventAtMs,
      isIdle: isIdleAgent(agent, lastEventAtMs, input.nowMs),
      members,
    };
    return [row];
  });
}

/** The nearest agent that has an ancestor of a tree's root among its processes. */
function findStarter({ root }: AgentTree, { samples, trees, agents }: DescribeInput): StartedBy | null {
  for (const ancestor of listAncestors(samples, root.pid).slice(1)) {
    const tree = trees.find(({ members }) => members.includes(ancestor));
    const agent = agents.find(({ pid }) => pid === tree?.root.pid);
    if (agent === undefined) continue;
    const { pid, startedAtMs, label, session } = agent;
    return { pid, startedAtMs, label, sessionId: session?.sessionId ?? null };
  }
  return null;
}

/** Orphans with the ports that they listen on. */
export function describeOrphans(
  orphans: readonly OrphanGroup[],
  details: readonly ProcessDetails[],
): readonly OrphanGroup[] {
  return orphans.map((orphan) => ({ ...orphan, members: withPorts(orphan.members, details) }));
}

function withPorts(members: readonly TreeMember[], details: readonly ProcessDetails[]): readonly TreeMember[] {
  const ports = new Map(details.map((found) => [found.pid, found.ports]));
  return members.map((member) => ({ ...member, ports: ports.get(member.pid) ?? null }));
}

/** A sum with an unknown part is unknown. */
function sumPss(members: readonly ProcessSample[], details: ReadonlyMap<number, ProcessDetails>): number | null {
  let sum = 0;
  for (const { pid } of members) {
    const bytes = details.get(pid)?.pssBytes ?? null;
    if (bytes === null) return null;
    sum += bytes;
  }
  return sum;
}
