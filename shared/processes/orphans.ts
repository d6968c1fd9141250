import type { OrphanGroup, SessionLink } from '../domain/agent-process.ts';
import type { ProcessSample } from '../domain/process-sample.ts';
import type { AgentTree, CpuMeter } from './match-agents.ts';
import { describeMember } from './member-kinds.ts';
import { isOldEnough } from './parent.ts';
import { toTreeMembers } from './tree-members.ts';

/** The agent that a process belongs to, or did. */
interface Origin {
  readonly agent: string;
  readonly label: string;
  readonly session: SessionLink | null;
  /** When the agent was found to be gone; null while it runs. */
  readonly agentGoneAtMs: number | null;
}

/** Which processes agents were seen with: kept from one sample to the next, and only while the processes live. */
export type OrphanMemory = ReadonlyMap<string, Origin>;

/** The input of `findOrphans`. */
export interface OrphanInput {
  readonly samples: readonly ProcessSample[];
  readonly trees: readonly AgentTree[];
  readonly sessionOf: (pid: number) => SessionLink | null;
  readonly toCpuRatio: CpuMeter;
  readonly nowMs: number;
}

/** Programs that take in processes whose parent has ended: the first process, and a session's own manager. */
const adopters: ReadonlySet<string> = new Set(['init', 'systemd', 'launchd', 'tini', 'dumb-init', 'docker-init']);

/**
 * Finds processes that outlived the agent that started them. Two kinds of evidence: it was seen in an agent's tree, and
 * that agent is gone; or it looks like an MCP server, which only ever serves the agent that started it, and has no
 * parent any more. What such a process started is counted with it.
 */
export function findOrphans(
  memory: OrphanMemory,
  input: OrphanInput,
): { readonly memory: OrphanMemory; readonly orphans: readonly OrphanGroup[] } {
  const { samples, trees, nowMs } = input;
  const next = new Map<string, Origin>();
  const inTree = new Set<number>();
  for (const { agent, root, members } of trees) {
    const origin = { agent: agent.id, label: agent.label, session: input.sessionOf(root.pid), agentGoneAtMs: null };
    for (const member of members) {
      inTree.add(member.pid);
      next.set(toKey(member), origin);
    }
  }
  const byPid = new Map(samples.map((sample) => [sample.pid, sample]));
  const left = new Map<number, Origin | null>();
  for (const sample of samples) {
    if (inTree.has(sample.pid)) continue;
    const before = memory.get(toKey(sample));
    if (before !== undefined) {
      const origin = { ...before, agentGoneAtMs: before.agentGoneAtMs ?? nowMs };
      next.set(toKey(sample), origin);
      left.set(sample.pid, origin);
    } else if (isWithoutParent(sample, byPid) && describeMember(sample).kind === 'mcp-server')
      left.set(sample.pid, null);
  }
  return { memory: next, orphans: toGroups(left, byPid, input) };
}

/** Whether whatever started a process is gone. On Windows, the parent is then simply missing. */
export function isWithoutParent(sample: ProcessSample, byPid: ReadonlyMap<number, ProcessSample>): boolean {
  const parent = byPid.get(sample.parentPid);
  return sample.parentPid <= 1 || parent === undefined || adopters.has(parent.name) || !isOldEnough(parent, sample);
}

/** Groups by the oldest ancestor that was left behind, too. */
function toGroups(
  left: ReadonlyMap<number, Origin | null>,
  byPid: ReadonlyMap<number, ProcessSample>,
  { samples, toCpuRatio }: OrphanInput,
): readonly OrphanGroup[] {
  const groups = new Map<number, ProcessSample[]>();
  for (const sample of samples.toSorted((a, b) => a.startedAtMs - b.startedAtMs || a.pid - b.pid)) {
    const top = findTop(sample, left, byPid);
    if (top !== null) groups.set(top, [...(groups.get(top) ?? []), sample]);
  }
  return [...groups].map(([top, members]) => {
    const origin = left.get(top) ?? null;
    return {
      agent: origin?.agent ?? null,
      label: origin?.label ?? null,
      evidence: origin === null ? 'looks' : 'seen',
      session: origin?.session ?? null,
      agentGoneAtMs: origin?.agentGoneAtMs ?? null,
      cpuRatio: toCpuRatio(members),
      rssBytes: members.reduce((sum, { rssBytes }) => sum + rssBytes, 0),
      members: toTreeMembers(members, toCpuRatio, () => false),
    };
  });
}

/** The topmost ancestor of a process, itself included, that was left behind; null when there is none. */
function findTop(
  sample: ProcessSample,
  left: ReadonlyMap<number, unknown>,
  byPid: ReadonlyMap<number, ProcessSample>,
): number | null {
  const seen = new Set<number>();
  let top: number | null = null;
  let current: ProcessSample | undefined = sample;
  while (current !== undefined && !seen.has(current.pid)) {
    seen.add(current.pid);
    if (left.has(current.pid)) top = current.pid;
    const parent = byPid.get(current.parentPid);
    // A process that merely reuses the parent's pid did not start it, and ending it must not end this one.
    current = parent !== undefined && isOldEnough(parent, current) ? parent : undefined;
  }
  return top;
}

function toKey({ pid, startedAtMs }: ProcessSample): string {
  return `${pid}/${startedAtMs}`;
}
