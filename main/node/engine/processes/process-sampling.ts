import { createProblem, type Problem } from '../../../../shared/domain/problem.ts';
import type { Clock } from '../../../../shared/ports/clock.ts';
import type { ProcessProbe } from '../../../../shared/ports/process-probe.ts';
import type { Agent } from '../../../../shared/processes/agents.ts';
import type { JoinableSession } from '../../../../shared/processes/join-sessions.ts';
import type { ProcessesSection } from '../../../../shared/snapshot/app-snapshot.ts';
import { toProbeFailure } from '../../probes/probe-error.ts';
import type { LeftBehind } from './left-behind.ts';
import { createSectionBuilder } from './process-section.ts';
import { createProcessWatch, type ProcessSurvey } from './process-watch.ts';
import { createRepeater } from '../repeater.ts';

/** What one measurement of the running agents showed. */
export interface ProcessMeasurement {
  readonly survey: ProcessSurvey;
  readonly section: ProcessesSection;
}

/** Samples the running agents periodically. */
export interface ProcessSampling {
  start(): void;
  stop(): void;
  /** Samples now. Never rejects. */
  sample(): Promise<void>;
  /** Recalculates the time of the next sample. */
  reschedule(): void;
  /** Samples twice, a moment apart, so that processor use is known at once. Rejects when processes cannot be read. */
  sampleTwice(): Promise<ProcessMeasurement>;
  /** Samples once. Rejects when processes cannot be read. */
  sampleOnce(): Promise<ProcessMeasurement>;
  /** The last sample with its sessions as the ledger has them now; null before the first one. */
  rejoin(): ProcessesSection | null;
  /** Why processes could not be read at the last sample; null when they could. */
  problem(): Problem | null;
}

/** Builds the sampling; nothing is sampled yet. */
export function createProcessSampling(options: {
  readonly probe: ProcessProbe;
  readonly clock: Clock;
  /** The programs that count as agents. */
  readonly agents: () => readonly Agent[];
  readonly sessions: () => readonly JoinableSession[];
  readonly isAttended: () => boolean;
  readonly leftBehind?: LeftBehind;
  readonly decideDelayMs: () => number;
  readonly isPaused: () => boolean;
  /** Called with every measurement, including requested ones. */
  readonly onMeasure: (measured: ProcessMeasurement) => void;
  readonly onSample: (measured: ProcessMeasurement) => void;
  /** Processes can no longer be read, or can be read again. */
  readonly onProblem: () => void;
  readonly onError: (error: unknown) => void;
}): ProcessSampling {
  const { clock, isPaused } = options;
  const watch = createProcessWatch(options.probe, clock, options.agents);
  const builder = createSectionBuilder(options);
  let problem: Problem | null = null;
  const setProblem = (next: Problem | null): void => {
    if (JSON.stringify(next) === JSON.stringify(problem)) return;
    problem = next;
    options.onProblem();
  };
  const take = async (survey: Promise<ProcessSurvey>): Promise<ProcessMeasurement> => {
    const taken = await survey;
    const measured = { survey: taken, section: await builder.accept(taken) };
    options.onMeasure(measured);
    return measured;
  };
  const sample = async (): Promise<void> => {
    if (isPaused()) return;
    try {
      options.onSample(await take(watch.sample()));
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
    sampleTwice: () => take(watch.sampleTwice()),
    sampleOnce: () => take(watch.sample()),
    rejoin: builder.rejoin,
    problem: () => problem,
  };
}
