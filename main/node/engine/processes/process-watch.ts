import { setTimeout as delay } from 'node:timers/promises';
import type { AgentProcess } from '../../../../shared/domain/agent-process.ts';
import { minuteMs } from '../../../../shared/domain/instant.ts';
import type { ProcessDetails } from '../../../../shared/domain/process-details.ts';
import type { ProcessSample } from '../../../../shared/domain/process-sample.ts';
import type { Clock } from '../../../../shared/ports/clock.ts';
import type { ProcessProbe } from '../../../../shared/ports/process-probe.ts';
import { createAgentFinder, type AgentFinder } from '../../../../shared/processes/agent-finder.ts';
import { agents, type Agent } from '../../../../shared/processes/agents.ts';
import type { JoinableAgent } from '../../../../shared/processes/join-sessions.ts';
import {
  createCpuMeter,
  describeTrees,
  toAgentTrees,
  type AgentTree,
  type CpuMeter,
} from '../../../../shared/processes/match-agents.ts';
import { listOwnProcesses, toJoinable } from '../../../../shared/processes/to-joinable.ts';

/** A previous sample older than this says nothing about how busy a process is now. */
const previousGoodForMs = 5 * minuteMs;
/** Systems count CPU time in steps of some milliseconds, so a shorter time says nothing either. */
const minElapsedMs = 250;
/** Between the two samples of a single measurement. */
const sampleGapMs = 500;
/** Which files a process has open is looked up again after this time. */
const filesGoodForMs = minuteMs;

/** The process table at one moment, and the agents in it. */
export interface ProcessSurvey {
  readonly atMs: number;
  /** Since the sample before; 0 when there is none to compare with. */
  readonly elapsedMs: number;
  readonly samples: readonly ProcessSample[];
  readonly toCpuRatio: CpuMeter;
  readonly trees: readonly AgentTree[];
  /** The agents of these trees, oldest first, without their sessions. */
  readonly agents: readonly AgentProcess[];
  /** What is known about their sessions. */
  readonly joinable: readonly JoinableAgent[];
}

/** The running agents, measured from one sample to the next. */
export interface ProcessWatch {
  /** One sample, compared with the previous one. Rejects when the process table cannot be read. */
  sample(): Promise<ProcessSurvey>;
  /** Two samples, a moment apart, so that processor use is known at once. */
  sampleTwice(): Promise<ProcessSurvey>;
}

/** Builds the watch; it keeps only the last two samples. `listed` are the programs that count as agents. */
export function createProcessWatch(
  probe: ProcessProbe,
  clock: Clock,
  listed: () => readonly Agent[] = () => agents,
): ProcessWatch {
  const finders = createFinders(listed);
  const readFiles = createFileReader(probe, clock);
  /** The last two samples, newest first. */
  let previous: readonly { readonly samples: readonly ProcessSample[]; readonly atMs: number }[] = [];
  const sample = async (): Promise<ProcessSurvey> => {
    const find = finders();
    const samples = await probe.sample((process) => find(process) !== null);
    const atMs = clock.nowMs();
    const ageOf = (sample: { readonly atMs: number }): number => atMs - sample.atMs;
    const before = previous.find((sample) => ageOf(sample) >= minElapsedMs && ageOf(sample) < previousGoodForMs);
    const [last] = previous;
    // Of samples in quick succession, only the first is a useful baseline.
    if (last === undefined || ageOf(last) >= minElapsedMs || ageOf(last) < 0)
      previous = [{ samples, atMs }, ...previous.slice(0, 1)];
    const elapsedMs = before === undefined ? 0 : ageOf(before);
    const toCpuRatio = createCpuMeter(before?.samples ?? null, elapsedMs);
    const trees = toAgentTrees(samples, find);
    const detailsOf = await readFiles(trees, find);
    const joinable = trees.map((tree) => toJoinable(tree, find, detailsOf));
    const folders = new Map(joinable.map(({ pid, cwd }) => [pid, cwd]));
    const found = describeTrees(trees, toCpuRatio).map((agent) => ({ ...agent, cwd: folders.get(agent.pid) ?? null }));
    return { atMs, elapsedMs, samples, toCpuRatio, trees, agents: found, joinable };
  };
  return {
    sample,
    async sampleTwice() {
      await sample();
      await delay(sampleGapMs);
      return sample();
    },
  };
}

/** The finder for the programs that are listed now. */
function createFinders(listed: () => readonly Agent[]): () => AgentFinder {
  let known: { readonly list: readonly Agent[]; readonly find: AgentFinder } | null = null;
  return () => {
    const list = listed();
    if (known?.list !== list) known = { list, find: createAgentFinder(list) };
    return known.find;
  };
}

/** Looks up the open files of agents, once a minute for each. Without them, sessions are joined by weaker evidence. */
function createFileReader(probe: ProcessProbe, clock: Clock) {
  let known = new Map<
    number,
    { readonly startedAtMs: number; readonly atMs: number; readonly details: ProcessDetails | null }
  >();
  return async (trees: readonly AgentTree[], find: AgentFinder): Promise<(pid: number) => ProcessDetails | null> => {
    const nowMs = clock.nowMs();
    const wanted = new Map(
      trees.flatMap((tree) => {
        const own = new Set(listOwnProcesses(tree, find));
        return tree.members
          .filter(({ pid }) => own.has(pid))
          .map(({ pid, startedAtMs }) => [pid, startedAtMs] as const);
      }),
    );
    const isFresh = ({ atMs }: { readonly atMs: number }): boolean => atMs <= nowMs && nowMs - atMs < filesGoodForMs;
    known = new Map([...known].filter(([pid, entry]) => wanted.get(pid) === entry.startedAtMs && isFresh(entry)));
    const missing = [...wanted.keys()].filter((pid) => !known.has(pid));
    const details = missing.length === 0 ? [] : await probe.inspect(missing, ['files']).catch(() => []);
    for (const pid of missing) {
      const found = details.find((entry) => entry.pid === pid) ?? null;
      known.set(pid, { startedAtMs: wanted.get(pid) ?? 0, atMs: nowMs, details: found });
    }
    return (pid) => known.get(pid)?.details ?? null;
  };
}
