import { describe, expect, it } from 'vitest';
import { createProcessRecorder } from '../../../../../../main/node/engine/processes/process-recorder.ts';
import type { ProcessMeasurement } from '../../../../../../main/node/engine/processes/process-sampling.ts';
import { makeProcess } from '../../../../../fakes/cli-host.ts';
import { createMemorySamples } from '../../../../../fakes/memory-samples.ts';
import { createRecordingLogger } from '../../../../../support/recording-logger.ts';

const minuteMs = 60_000;
const startMs = Date.UTC(2026, 4, 1, 12);
const everything = { fromMs: 0, toMs: Infinity };

function createScene() {
  const memory = createMemorySamples();
  let [nowMs, writes, isBroken, isWriter] = [startMs, 0, false, true];
  const recorder = createProcessRecorder({
    store: () => ({
      ...memory,
      addProcessUsage(rows) {
        if (isBroken) throw new Error('disk full');
        writes += 1;
        memory.addProcessUsage(rows);
      },
    }),
    isWriter: () => isWriter,
    clock: { nowMs: () => nowMs },
    logger: createRecordingLogger(),
  });
  return {
    memory,
    recorder,
    writes: () => writes,
    break: (broken: boolean) => (isBroken = broken),
    becomeReader: () => (isWriter = false),
    /** Seconds pass, and a sample follows. */
    sample(seconds: number, agents = [makeProcess({ cpuRatio: 0.5 })]): void {
      nowMs += seconds * 1_000;
      this.note(seconds, agents);
    },
    note(seconds: number, agents = [makeProcess({ cpuRatio: 0.5 })]): void {
      const section = { agents, orphans: [], own: null };
      recorder.note({ survey: { atMs: nowMs, elapsedMs: seconds * 1_000 } as ProcessMeasurement['survey'], section });
    },
  };
}

describe('the recorder of processes', () => {
  it('writes at most once a minute, whatever the number of samples', () => {
    const scene = createScene();
    for (let second = 0; second < 600; second += 2) scene.sample(2);
    expect(scene.writes()).toBeLessThanOrEqual(11);
    scene.recorder.flush();
    const sum = scene.memory.all().reduce((total, { runningMs }) => total + runningMs, 0);
    expect(sum).toBe(600_000);
  });

  it('counts no moment twice when somebody asks between two samples', () => {
    const scene = createScene();
    scene.sample(10);
    scene.sample(10);
    // Compared with the same one before, a moment later: what a call and what is due do at the same time.
    scene.note(10);
    scene.recorder.flush();
    expect(scene.memory.all().reduce((total, { runningMs }) => total + runningMs, 0)).toBe(20_000);
  });

  it('writes nothing while no agent runs', () => {
    const scene = createScene();
    for (let second = 0; second < 600; second += 30) scene.sample(30, []);
    scene.recorder.flush();
    expect(scene.writes()).toBe(0);
  });

  it('keeps what could not be written, and records it later', () => {
    const scene = createScene();
    scene.break(true);
    for (let second = 0; second < 180; second += 30) scene.sample(30);
    scene.break(false);
    scene.sample(60);
    expect(scene.memory.processUsage(everything).reduce((total, { cpuMs }) => total + cpuMs, 0)).toBe(120_000);
  });

  it('makes minutes older than a day coarser', () => {
    const scene = createScene();
    scene.sample(30);
    scene.sample(30);
    for (let hour = 0; hour < 26; hour += 1) scene.sample(3_600, []);
    scene.sample(60);
    expect(scene.memory.all().map(({ grainMs }) => grainMs)).toEqual([15 * minuteMs, minuteMs]);
  });

  it('leaves the ledger to its writer', () => {
    const scene = createScene();
    scene.becomeReader();
    scene.sample(60);
    scene.recorder.flush();
    expect(scene.writes()).toBe(0);
  });
});
