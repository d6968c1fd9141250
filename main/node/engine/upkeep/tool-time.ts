import { minuteMs } from '../../../../shared/domain/instant.ts';
import type { AgentProcess } from '../../../../shared/domain/agent-process.ts';
import { spreadActive } from '../../../../shared/activity/slots.ts';
import type { ActivityStore } from '../../../../shared/ports/activity-store.ts';
import type { Clock } from '../../../../shared/ports/clock.ts';
import type { Logger } from '../../../../shared/ports/logger.ts';
import { createActivityBuffer } from './activity-buffer.ts';
import { createCountOnce } from '../processes/count-once.ts';
import type { ProcessRecorder } from '../processes/process-recorder.ts';

/** An idle tool uses less of a core than this. */
const minActiveCpu = 0.01;
/** A longer gap between two samples means that the machine slept. */
const maxGapMs = 3 * minuteMs;

/**
 * Records how long command-line tools are active, if the person has turned on tools in shells: from one sample to the
 * next, when any of a tool's processes used the processor. ai-cost-observer counts all the time that a tool is open; at
 * an hourly rate, a forgotten session would then cost a fortune.
 */
export function createToolTime(options: {
  readonly store: () => ActivityStore;
  readonly isOn: () => boolean;
  readonly clock: Clock;
  readonly logger: Logger;
}): ProcessRecorder {
  const countOnce = createCountOnce();
  const buffer = createActivityBuffer({ ...options, what: 'tools' });
  return {
    note(measured) {
      const uncounted = options.isOn() ? countOnce(measured) : null;
      if (uncounted === null || uncounted.survey.elapsedMs > maxGapMs) return;
      const { survey, section } = uncounted;
      const { atMs, elapsedMs } = survey;
      const rows = listActiveTools(section.agents).flatMap((name) =>
        spreadActive({ kind: 'command', name, via: '', origin: 'processes' }, atMs - elapsedMs, atMs),
      );
      buffer.add(rows);
    },
    flush: buffer.flush,
  };
}

function listActiveTools(agents: readonly AgentProcess[]): readonly string[] {
  const active = agents.filter(
    ({ category, cpuRatio }) => (category === 'cli' || category === 'local') && (cpuRatio ?? 0) >= minActiveCpu,
  );
  return [...new Set(active.map(({ agent }) => agent))];
}
