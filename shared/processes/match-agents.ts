import type { AgentProcess } from '../domain/agent-process.ts';
import type { ProcessSample } from '../domain/process-sample.ts';
import type { Agent } from './agents.ts';
import { createAgentFinder, type AgentFinder } from './agent-finder.ts';
import { isOldEnough, startToleranceMs } from './parent.ts';

/** An agent's root process and all processes counted with it. */
export interface AgentTree {
  readonly agent: Agent;
  readonly root: ProcessSample;
  /** All of its processes, the root first, parents before their children. */
  readonly members: readonly ProcessSample[];
}

/** CPU use of some processes since the previous sample, as a ratio of one core; null when it is unknown. */
export type CpuMeter = (members: readonly ProcessSample[]) => number | null;

/** The running agents of these trees, oldest first; their sessions are not known yet. */
export function describeTrees(trees: readonly AgentTree[], toCpuRatio: CpuMeter): readonly AgentProcess[] {
  return trees
    .map(({ agent, root, members }) => ({
      agent: agent.id,
      label: agent.label,
      category: agent.category,
      pid: root.pid,
      startedAtMs: root.startedAtMs,
      cwd: root.cwd,
      processes: members.length,
      cpuRatio: toCpuRatio(members),
      rssBytes: members.reduce((sum, member) => sum + member.rssBytes, 0),
      isPaused: root.isPaused,
      session: null,
    }))
    .sort((a, b) => a.startedAtMs - b.startedAtMs || a.pid - b.pid);
}

/**
 * The agents among these processes, each with everything that it started, in the order of the samples. A process is the
 * root of a tree when it is an agent and its nearest agent ancestor is a different agent or absent: an agent started by
 * another is counted on its own. Parents that are missing, form a cycle or are younger than their child (a reused pid)
 * count as absent.
 */
export function toAgentTrees(
  samples: readonly ProcessSample[],
  find: AgentFinder = createAgentFinder(),
): readonly AgentTree[] {
  const byPid = new Map(samples.map((sample) => [sample.pid, sample]));
  const trees = new Map<number, GrowingTree | null>();
  const found: GrowingTree[] = [];
  for (const sample of byPid.values()) {
    const path: ProcessSample[] = [];
    const onPath = new Set<number>();
    let ancestor: ProcessSample | undefined = sample;
    while (ancestor !== undefined && !trees.has(ancestor.pid) && !onPath.has(ancestor.pid)) {
      path.push(ancestor);
      onPath.add(ancestor.pid);
      ancestor = parentOf(ancestor, byPid);
    }
    let tree = (ancestor === undefined ? null : trees.get(ancestor.pid)) ?? null;
    for (const member of path.reverse()) {
      const agent = find(member);
      if (agent !== null && agent !== tree?.agent) {
        tree = { agent, root: member, members: [] };
        found.push(tree);
      }
      tree?.members.push(member);
      trees.set(member.pid, tree);
    }
  }
  return found;
}

interface GrowingTree extends AgentTree {
  readonly members: ProcessSample[];
}

function parentOf(sample: ProcessSample, byPid: ReadonlyMap<number, ProcessSample>): ProcessSample | undefined {
  const parent = byPid.get(sample.parentPid);
  return parent !== undefined && isOldEnough(parent, sample) ? parent : undefined;
}

/**
 * Builds the meter for two samples that are `elapsedMs` apart. It does not see processes that ended since then, nor those
 * that lived between the two.
 */
export function createCpuMeter(previousSamples: readonly ProcessSample[] | null, elapsedMs: number): CpuMeter {
  if (previousSamples === null || elapsedMs <= 0) return () => null;
  const previous = new Map(previousSamples.map((sample) => [sample.pid, sample]));
  const youngestMs = previousSamples.reduce((latest, sample) => Math.max(latest, sample.startedAtMs), -Infinity);
  const toSpentMs = (sample: ProcessSample): number => {
    const before = previous.get(sample.pid);
    if (before?.startedAtMs === sample.startedAtMs) return Math.max(0, sample.cpuTimeMs - before.cpuTimeMs);
    // It was already running at the last sweep, which could not read it, so its total CPU time does not belong to this
    // interval.
    return sample.startedAtMs < youngestMs - startToleranceMs ? 0 : Math.max(0, sample.cpuTimeMs);
  };
  return (members) => members.reduce((sum, member) => sum + toSpentMs(member), 0) / elapsedMs;
}
