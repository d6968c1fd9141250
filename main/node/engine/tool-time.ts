import { minuteMs } from '../../../shared/domain/instant.ts';
import type { ActivityRow } from '../../../shared/domain/activity.ts';
import type { AgentProcess } from '../../../shared/domain/agent-process.ts';
import { mergeActivity, spreadActive } from '../../../shared/activity/slots.ts';
import type { ActivityStore } from '../../../shared/ports/activity-store.ts';
import type { Clock } from '../../../shared/ports/clock.ts';
import type { Logger } from '../../../shared/ports/logger.ts';
import type { ProcessRecorder } from './process-recorder.ts';

/** An open tool that does nothing uses less of a core. */
const minActiveCpu = 0.01;
/** Between two samples further apart, the machine slept. */
const maxGapMs = 3 * minuteMs;
/** What is kept while the ledger cannot be written. */
const maxWaiting = 1_000;

/**
 * Notes how long command-line tools are active, where the person has switched tools in shells on: from one sample to the
 * next, when any of a tool's processes used the processor. The second seed counts all the time that a tool is open; a
 * forgotten session would then cost a fortune at a rate an hour.
 */
export function createToolTime(options: {
  readonly store: () => ActivityStore;
  readonly isOn: () => boolean;
  readonly clock: Clock;
  readonly logger: Logger;
}): ProcessRecorder {
  const { clock } = options;
  let waiting: readonly ActivityRow[] = [];
  let writtenAtMs = -Infinity;
  const flush = (): void => {
    if (waiting.length === 0) return;
    writtenAtMs = clock.nowMs();
    try {
      options.store().recordActivity({ added: waiting, raised: [], cursors: new Map() });
      waiting = [];
    } catch (error) {
      // It is tried again; whatever keeps the ledger from being written is reported where it matters.
      options.logger.warn(`time with tools was not noted: ${String(error)}`);
      waiting = waiting.slice(-maxWaiting);
    }
  };
  return {
    note({ survey: { atMs, elapsedMs }, section }) {
      if (!options.isOn() || elapsedMs === null || elapsedMs <= 0 || elapsedMs > maxGapMs) return;
      const rows = listActiveTools(section.agents).flatMap((name) =>
        spreadActive({ kind: 'command', name, via: '', origin: 'processes' }, atMs - elapsedMs, atMs),
      );
      waiting = mergeActivity([...waiting, ...rows]);
      if (Math.abs(clock.nowMs() - writtenAtMs) >= minuteMs) flush();
    },
    flush,
  };
}

function listActiveTools(agents: readonly AgentProcess[]): readonly string[] {
  const active = agents.filter(
    ({ category, cpuRatio }) => (category === 'cli' || category === 'local') && (cpuRatio ?? 0) >= minActiveCpu,
  );
  return [...new Set(active.map(({ agent }) => agent))];
}
