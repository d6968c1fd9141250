import { describe, expect, it } from 'vitest';
import type { ProcessMeasurement } from '../../../../../../main/node/engine/processes/process-sampling.ts';
import { createToolTime } from '../../../../../../main/node/engine/upkeep/tool-time.ts';
import type { AgentProcess } from '../../../../../../shared/domain/agent-process.ts';
import { makeProcess } from '../../../../../fakes/cli-host.ts';
import { createMemoryActivity } from '../../../../../fakes/memory-activity.ts';
import { createRecordingLogger } from '../../../../../support/recording-logger.ts';

const startMs = Date.UTC(2026, 10, 27, 9);
const busy = makeProcess({ agent: 'codex', category: 'cli', cpuRatio: 0.2 });

function createScene() {
  const memory = createMemoryActivity();
  let [nowMs, isOn, isBroken] = [startMs, true, false];
  const time = createToolTime({
    store: () => ({
      ...memory,
      recordActivity(batch) {
        if (isBroken) throw new Error('disk full');
        memory.recordActivity(batch);
      },
    }),
    isOn: () => isOn,
    clock: { nowMs: () => nowMs },
    logger: createRecordingLogger(),
  });
  return {
    switchOff: () => (isOn = false),
    break: (broken: boolean) => (isBroken = broken),
    sample(
      seconds: number,
      agents: readonly AgentProcess[] = [busy],
      elapsedMs: number | null = seconds * 1_000,
    ): void {
      nowMs += seconds * 1_000;
      const survey = { atMs: nowMs, elapsedMs } as ProcessMeasurement['survey'];
      time.note({ survey, section: { agents, orphans: [], own: null } });
    },
    /** Seconds that were active, by tool. */
    seconds(): Record<string, number> {
      time.flush();
      const sums: Record<string, number> = {};
      for (const { name, activeMs } of memory.activity({ fromMs: 0, toMs: Infinity }))
        sums[name] = (sums[name] ?? 0) + activeMs / 1_000;
      return sums;
    },
  };
}

describe('the time with tools', () => {
  it('counts no moment twice when somebody asks between two samples', () => {
    const scene = createScene();
    scene.sample(30);
    scene.sample(0, [busy], 30_000);
    expect(scene.seconds()).toEqual({ codex: 30 });
  });

  it('is the time in which a tool used the processor, once however many of its processes did', () => {
    const scene = createScene();
    scene.sample(10, [busy, { ...busy, pid: 2 }, makeProcess({ agent: 'aider', category: 'cli', cpuRatio: 0.5 })]);
    scene.sample(20);
    scene.sample(30, [
      { ...busy, cpuRatio: 0.001 },
      { ...busy, pid: 2, cpuRatio: null },
    ]);
    expect(scene.seconds()).toEqual({ codex: 30, aider: 10 });
  });

  it('leaves out apps and editors, whose window says more, and spans in which the machine slept', () => {
    const scene = createScene();
    scene.sample(10, [makeProcess({ agent: 'cursor', category: 'desktop', cpuRatio: 1 })]);
    scene.sample(3_600);
    scene.sample(10, [busy], null);
    expect(scene.seconds()).toEqual({});
  });

  it('is not noted until it is switched on', () => {
    const scene = createScene();
    scene.switchOff();
    scene.sample(10);
    expect(scene.seconds()).toEqual({});
  });

  it('waits while the ledger cannot be written', () => {
    const scene = createScene();
    scene.break(true);
    scene.sample(60);
    scene.sample(60);
    expect(scene.seconds()).toEqual({});
    scene.break(false);
    expect(scene.seconds()).toEqual({ codex: 120 });
  });
});
