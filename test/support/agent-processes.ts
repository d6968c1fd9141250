import type { AgentProcess } from '../../shared/domain/agent-process.ts';
import type { ProcessSample } from '../../shared/domain/process-sample.ts';
import { createCpuMeter, describeTrees, toAgentTrees } from '../../shared/processes/match-agents.ts';

/** The running agents in two samples taken `elapsedMs` apart, oldest first. */
export function toAgentProcesses(
  samples: readonly ProcessSample[],
  previousSamples: readonly ProcessSample[] | null,
  elapsedMs: number,
): readonly AgentProcess[] {
  return describeTrees(toAgentTrees(samples), createCpuMeter(previousSamples, elapsedMs));
}
