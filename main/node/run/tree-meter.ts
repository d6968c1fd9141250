import type { ProcessSample } from '../../../shared/domain/process-sample.ts';

/** What a process and everything it started used, as far as samples show. */
export interface TreeUse {
  /** CPU time of every process up to its last sample. */
  readonly cpuTimeMs: number;
  /** Resident memory of all at once at the sample where it was largest; shared pages count in each process. */
  readonly peakRssBytes: number;
  readonly peakProcesses: number;
}

/** Builds the sum over the samples of a process table, for the tree below `rootPid`; `read` is null before any sample of it. */
export function createTreeMeter(rootPid: number): {
  add(samples: readonly ProcessSample[]): void;
  read(): TreeUse | null;
} {
  const cpuTimes = new Map<string, number>();
  /** Whatever was once in the tree stays in it, even when its parent is gone. */
  const members = new Set<string>();
  let [peakRssBytes, peakProcesses] = [0, 0];
  return {
    add(samples) {
      const tree = findTree(rootPid, samples, members);
      for (const sample of tree) {
        members.add(toId(sample));
        cpuTimes.set(toId(sample), sample.cpuTimeMs);
      }
      peakRssBytes = Math.max(peakRssBytes, sum(tree.map(({ rssBytes }) => rssBytes)));
      peakProcesses = Math.max(peakProcesses, tree.length);
    },
    read: () => (cpuTimes.size === 0 ? null : { cpuTimeMs: sum([...cpuTimes.values()]), peakRssBytes, peakProcesses }),
  };
}

function findTree(
  rootPid: number,
  samples: readonly ProcessSample[],
  members: ReadonlySet<string>,
): readonly ProcessSample[] {
  const pids = new Set(samples.filter((each) => each.pid === rootPid || members.has(toId(each))).map(({ pid }) => pid));
  let grew = true;
  while (grew) {
    grew = false;
    for (const { pid, parentPid } of samples) {
      if (pids.has(pid) || !pids.has(parentPid)) continue;
      pids.add(pid);
      grew = true;
    }
  }
  return samples.filter(({ pid }) => pids.has(pid));
}

function toId({ pid, startedAtMs }: ProcessSample): string {
  return `${pid}:${startedAtMs}`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
