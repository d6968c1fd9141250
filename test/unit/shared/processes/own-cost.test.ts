import { describe, expect, it } from 'vitest';
import {
  findOwnExcess,
  listTree,
  measureOwnCost,
  ownCpuBudgetRatio,
  ownMemoryBudgetBytes,
  type OwnHistory,
} from '../../../../shared/processes/own-cost.ts';
import { makeSample as sample } from '../../../support/process-samples.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const samples = [
  sample(50, 1, 'fuelgauge', { rssBytes: 2_000_000 }),
  sample(51, 50, 'fuelgauge --type=renderer', { rssBytes: 1_500_000 }),
  sample(60, 1, 'bash'),
];

function measure(history: OwnHistory, nowMs: number, ratio: number | null) {
  const given = { samples, ownPid: 50, toCpuRatio: () => ratio, elapsedMs: minuteMs, nowMs };
  return measureOwnCost(history, { ...given, writtenBytes: 4_096, pssBytes: null, wakeUpsPerSecond: 3.5 });
}

describe('measureOwnCost', () => {
  it('sums up its own processes, and their CPU time over the last hour', () => {
    const first = measure([], hourMs, null);
    expect(first.cost).toMatchObject({
      processes: 2,
      cpuRatio: null,
      rssBytes: 3_000_000,
      writtenBytes: 4_096,
      wakeUpsPerSecond: 3.5,
    });
    const second = measure(first.history, hourMs + minuteMs, 0.01);
    const third = measure(second.history, hourMs + 2 * minuteMs, 0.02);
    expect(third.cost).toMatchObject({ cpuRatio: 0.015, sinceMs: hourMs });
    // What is more than an hour ago does not count any more.
    expect(measure(third.history, 2 * hourMs + minuteMs, 0.04).cost).toMatchObject({ cpuRatio: 0.03 });
  });

  it('is unknown where this process is not listed', () => {
    const given = { samples: [], ownPid: 50, toCpuRatio: () => 0, elapsedMs: 1, nowMs: 1 };
    expect(
      measureOwnCost([], { ...given, writtenBytes: null, pssBytes: null, wakeUpsPerSecond: null }).cost,
    ).toBeNull();
  });
});

describe('listTree', () => {
  it('leaves out what is older and only names a pid of the tree', () => {
    const older = sample(8, 5, 'other', { startedAtMs: sample(5, 1, 'a').startedAtMs - 60_000 });
    expect(listTree([sample(5, 1, 'a'), older], 5).map(({ pid }) => pid)).toEqual([5]);
  });

  it('survives parents that form a cycle', () => {
    const cycle = [sample(5, 6, 'a'), sample(6, 5, 'b'), sample(7, 6, 'c')];
    expect(listTree(cycle, 5).map(({ pid }) => pid)).toEqual([5, 6, 7]);
  });
});

describe('findOwnExcess', () => {
  const cost = {
    processes: 1,
    cpuRatio: ownCpuBudgetRatio,
    sinceMs: 0,
    rssBytes: 1e12,
    pssBytes: ownMemoryBudgetBytes,
    writtenBytes: null,
    wakeUpsPerSecond: null,
  };
  it('warns above the budget only, and only after half an hour', () => {
    expect(findOwnExcess(cost, hourMs)).toBeNull();
    expect(findOwnExcess({ ...cost, cpuRatio: 0.006 }, hourMs)).toBe('cpu');
    expect(findOwnExcess({ ...cost, cpuRatio: 0.006 }, 29 * minuteMs)).toBeNull();
    expect(findOwnExcess({ ...cost, pssBytes: ownMemoryBudgetBytes + 1 }, hourMs)).toBe('memory');
    expect(findOwnExcess({ ...cost, pssBytes: null, cpuRatio: null }, hourMs)).toBeNull();
    expect(findOwnExcess(null, hourMs)).toBeNull();
  });
});
