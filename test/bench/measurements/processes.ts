import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { createProcessWatch } from '../../../main/node/engine/processes/process-watch.ts';
import { createLinuxProbe } from '../../../main/node/probes/linux-probe.ts';
import { systemClock } from '../../../main/node/system/system-clock.ts';
import { toSpreadFigure, type Figure } from '../lib/figure.ts';
import type { Measurement } from '../lib/measurement.ts';
import { toSpread } from '../lib/statistics.ts';

/** After this, no process counts as young any more. */
const settledMs = 11_000;
const samplesPerRun = 16;

/** Processor time of one sample of the process table: reading it and finding the agents in it. */
export const processes: Measurement = {
  name: 'processes',
  title: 'Processor time of one sample among 500 and 5,000 real processes',
  needsDesktop: false,
  async measure({ runs, say }) {
    const figures: Figure[] = [];
    for (const [count, atMostMs] of [
      [500, 5],
      [5_000, 40],
    ] as const) {
      say(`${count} processes`);
      figures.push(await measureSamples(count, runs, atMostMs));
    }
    return figures;
  },
};

async function measureSamples(count: number, runs: number, atMostMs: number): Promise<Figure> {
  const script = `i=0; while [ $i -lt ${count} ]; do sleep 1000 & i=$((i+1)); done; echo up; wait`;
  const parent = spawn('/bin/sh', ['-c', script], { stdio: ['ignore', 'pipe', 'inherit'], detached: true });
  try {
    await once(parent.stdout, 'data');
    const probe = createLinuxProbe();
    let seen = 0;
    const watch = createProcessWatch(
      {
        ...probe,
        async sample(isFollowed) {
          const samples = await probe.sample(isFollowed);
          seen = samples.length;
          return samples;
        },
      },
      systemClock,
    );
    await sleep(settledMs);
    // Every process is read once more in full, as it is now old.
    for (let warmUp = 0; warmUp < samplesPerRun; warmUp += 1) await watch.sample();
    if (seen < count) throw new Error(`the probe saw ${seen} processes of ${count}`);
    const values: number[] = [];
    for (let run = 0; run < runs; run += 1) {
      const before = process.cpuUsage();
      for (let sample = 0; sample < samplesPerRun; sample += 1) await watch.sample();
      const { user, system } = process.cpuUsage(before);
      values.push((user + system) / 1_000 / samplesPerRun);
    }
    return toSpreadFigure(
      `${count.toLocaleString('en')} processes: CPU time a sample`,
      'ms',
      toSpread(values),
      atMostMs,
    );
  } finally {
    if (parent.pid !== undefined) process.kill(-parent.pid, 'SIGKILL');
  }
}
