import type { AgentProcess } from '../../../shared/domain/process-sample.ts';
import { createProblem, type Problem } from '../../../shared/domain/problem.ts';
import type { Clock } from '../../../shared/ports/clock.ts';
import type { ProcessProbe } from '../../../shared/ports/process-probe.ts';
import type { SnapshotSections } from '../../../shared/snapshot/app-snapshot.ts';
import { toProbeFailure } from '../probes/probe-error.ts';
import { createProcessWatch } from './process-watch.ts';
import { createRepeater } from './repeater.ts';

/** Samples the running agents periodically. */
export interface ProcessSampling {
  start(): void;
  stop(): void;
  /** Samples now. Never rejects. */
  sample(): Promise<void>;
  /** Recalculates the time of the next sample. */
  reschedule(): void;
  /** Samples twice, a moment apart, so that processor use is known at once. Rejects when processes cannot be read. */
  sampleTwice(): Promise<readonly AgentProcess[]>;
  /** Why processes could not be read at the last sample; null when they could. */
  problem(): Problem | null;
}

/** Builds the sampling; nothing is sampled yet. */
export function createProcessSampling(options: {
  readonly probe: ProcessProbe;
  readonly clock: Clock;
  readonly decideDelayMs: () => number;
  readonly isPaused: () => boolean;
  readonly onSample: (section: SnapshotSections['processes']) => void;
  /** Processes cannot be read any more, or can be again. */
  readonly onProblem: () => void;
  readonly onError: (error: unknown) => void;
}): ProcessSampling {
  const { clock, isPaused } = options;
  const watch = createProcessWatch(options.probe, clock);
  let problem: Problem | null = null;
  const setProblem = (next: Problem | null): void => {
    if (JSON.stringify(next) === JSON.stringify(problem)) return;
    problem = next;
    options.onProblem();
  };
  const sample = async (): Promise<void> => {
    if (isPaused()) return;
    try {
      const agents = await watch.sample();
      options.onSample({ agents });
      setProblem(null);
    } catch (error) {
      setProblem(createProblem('processes', { failure: toProbeFailure(error) }));
    }
  };
  const ticks = createRepeater(options.decideDelayMs, sample, options.onError);
  return {
    start: ticks.start,
    stop: ticks.stop,
    sample,
    reschedule: ticks.reschedule,
    sampleTwice: watch.sampleTwice,
    problem: () => problem,
  };
}
