import { setTimeout as delay } from 'node:timers/promises';
import { launchApp } from '../../support/electron.ts';
import { toFigure, type Figure } from '../lib/figure.ts';
import { withTrayHost } from '../lib/launch-tray.ts';
import type { Measurement } from '../lib/measurement.ts';

/** Much longer than any first scan takes. */
const patienceMs = 120_000;

interface Delays {
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

/** How long the thread that serves tray and windows is blocked while a worker reads everything. */
export const mainThread: Measurement = {
  name: 'main-thread',
  title: 'Event loop delay of the main process during the first scan (1 ms is the interval of looking)',
  needsDesktop: true,
  async measure(bench) {
    const home = bench.newHome([bench.corpus('claude').folder], bench.corpus('codex').folder);
    const data = bench.newFolder();
    return withTrayHost(async (desktop) => {
      const launched = await launchApp({ home, data, appFolder: bench.appFolder, args: ['--hidden'] });
      try {
        const startedAt = performance.now();
        await launched.app.evaluate(() => {
          const { monitorEventLoopDelay } = process.getBuiltinModule('node:perf_hooks');
          const histogram = monitorEventLoopDelay({ resolution: 1 });
          histogram.enable();
          Object.assign(globalThis, { histogram });
        });
        const item = await desktop.waitForItem({ pid: launched.pid });
        await item.waitForToolTip((text) => !/starting|reading logs/.test(text), patienceMs);
        const scanMs = performance.now() - startedAt;
        const scan = await launched.app.evaluate(readDelays);
        await delay(10_000);
        const after = await launched.app.evaluate(readDelays);
        return [
          toFigure('first scan in the app', 'ms', scanMs),
          ...toFigures('during the scan', scan),
          ...toFigures('ten seconds after it', after),
        ];
      } finally {
        await launched.close();
      }
    });
  },
};

/** Runs in the app: returns what was collected since the last call. */
function readDelays(): Delays {
  const { histogram } = globalThis as unknown as {
    histogram: { percentile(percent: number): number; readonly max: number; reset(): void };
  };
  const toMs = (nanoseconds: number): number => nanoseconds / 1e6;
  const delays = { p50: toMs(histogram.percentile(50)), p99: toMs(histogram.percentile(99)), max: toMs(histogram.max) };
  histogram.reset();
  return delays;
}

function toFigures(name: string, { p50, p99, max }: Delays): readonly Figure[] {
  return [
    toFigure(`${name}: 50 % within`, 'ms', p50),
    toFigure(`${name}: 99 % within`, 'ms', p99),
    toFigure(`${name}: longest`, 'ms', max),
  ];
}
