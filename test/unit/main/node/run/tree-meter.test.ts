import { describe, expect, it } from 'vitest';
import { createTreeMeter } from '../../../../../main/node/run/tree-meter.ts';
import type { ProcessSample } from '../../../../../shared/domain/process-sample.ts';

const sample = (pid: number, parentPid: number, cpuTimeMs: number, rssBytes: number): ProcessSample => ({
  ...{ pid, parentPid, name: 'p', commandLine: '', cwd: null, startedAtMs: pid, isPaused: false },
  ...{ cpuTimeMs, rssBytes },
});

describe('createTreeMeter', () => {
  it('sums the tree alone, keeps what ended, and follows what lost its parent', () => {
    const meter = createTreeMeter(10);
    expect(meter.read()).toBeNull();
    meter.add([sample(1, 0, 999, 999), sample(12, 11, 5, 30), sample(11, 10, 20, 100), sample(10, 1, 1, 10)]);
    expect(meter.read()).toEqual({ cpuTimeMs: 26, peakRssBytes: 140, peakProcesses: 3 });
    // 11 has ended, and 12 belongs to init now.
    meter.add([sample(1, 0, 999, 999), sample(12, 1, 9, 50), sample(10, 1, 2, 10), sample(13, 12, 4, 1)]);
    expect(meter.read()).toEqual({ cpuTimeMs: 35, peakRssBytes: 140, peakProcesses: 3 });
  });

  it('does not take another process with a pid that is used again', () => {
    const meter = createTreeMeter(10);
    meter.add([sample(10, 1, 1, 10), sample(11, 10, 2, 10)]);
    meter.add([sample(10, 1, 1, 10), { ...sample(11, 1, 500, 900), startedAtMs: 77 }]);
    expect(meter.read()).toEqual({ cpuTimeMs: 3, peakRssBytes: 20, peakProcesses: 2 });
  });
});
