import { setTimeout as delay } from 'node:timers/promises';
import type { AgentProcess, ProcessSample } from '../../../shared/domain/process-sample.ts';
import type { Clock } from '../../../shared/ports/clock.ts';
import type { ProcessProbe } from '../../../shared/ports/process-probe.ts';
import { createAgentFinder } from '../../../shared/processes/agent-finder.ts';
import { toAgentProcesses } from '../../../shared/processes/match-agents.ts';

/** A previous sample older than this says nothing about how busy a process is now. */
const previousGoodForMs = 5 * 60_000;
/** Between the two samples of a single measurement. */
const sampleGapMs = 500;

/** The running agents, measured from one sample to the next. */
export interface ProcessWatch {
  /** One sample, compared with the previous one. Rejects when the process table cannot be read. */
  sample(): Promise<readonly AgentProcess[]>;
  /** Two samples, a moment apart, so that processor use is known at once. */
  sampleTwice(): Promise<readonly AgentProcess[]>;
}

/** Builds the watch; it keeps only the last sample. */
export function createProcessWatch(probe: ProcessProbe, clock: Clock): ProcessWatch {
  const find = createAgentFinder();
  let previous: { readonly samples: readonly ProcessSample[]; readonly atMs: number } | null = null;
  const sample = async (): Promise<readonly AgentProcess[]> => {
    const samples = await probe.sample((process) => find(process) !== null);
    const atMs = clock.nowMs();
    const before = previous !== null && atMs - previous.atMs < previousGoodForMs ? previous : null;
    previous = { samples, atMs };
    return toAgentProcesses(samples, before?.samples ?? null, before === null ? 0 : atMs - before.atMs, find);
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
