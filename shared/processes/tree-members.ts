import type { TreeMember } from '../domain/agent-process.ts';
import type { ProcessSample } from '../domain/process-sample.ts';
import type { CpuMeter } from './match-agents.ts';
import { describeMember } from './member-kinds.ts';

/** The processes of a tree as they are shown; their ports are not known yet. `isAgent` picks those that are agents. */
export function toTreeMembers(
  members: readonly ProcessSample[],
  toCpuRatio: CpuMeter,
  isAgent: (sample: ProcessSample) => boolean,
): readonly TreeMember[] {
  return members.map((sample) => {
    const { name, kind } = describeMember(sample);
    const { pid, parentPid, startedAtMs, rssBytes, isPaused } = sample;
    return {
      pid,
      parentPid,
      startedAtMs,
      name: isAgent(sample) ? sample.name : name,
      kind: isAgent(sample) ? 'agent' : kind,
      cpuRatio: toCpuRatio([sample]),
      rssBytes,
      isPaused,
      ports: null,
    };
  });
}
