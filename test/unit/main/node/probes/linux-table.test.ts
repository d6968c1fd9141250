import { describe, expect, it } from 'vitest';
import type { LinuxStat } from '../../../../../main/node/probes/linux-stat.ts';
import { createLinuxTable, type LinuxTable } from '../../../../../main/node/probes/linux-table.ts';
import type { ProcessSample } from '../../../../../shared/domain/process-sample.ts';

const nowMs = 1_000_000;
const rounds = 8;

function toStat(pid: number, parentPid: number, rest: Partial<LinuxStat> = {}): LinuxStat {
  const fixed = { comm: `p${pid}`, state: 'S', isKernelThread: false, cpuTicks: 0, startTicks: 5, rssPages: 1 };
  return { pid, parentPid, ...fixed, ...rest };
}

function toSample({ pid, parentPid, comm }: LinuxStat, startedAtMs = 0): ProcessSample {
  return {
    pid,
    parentPid,
    name: comm,
    commandLine: comm,
    cwd: null,
    startedAtMs,
    cpuTimeMs: 0,
    rssBytes: 1,
    isPaused: false,
  };
}

/** One sweep over these processes; returns the pids that were read. */
function sweep(table: LinuxTable, stats: readonly LinuxStat[], agents: readonly string[] = []): readonly number[] {
  const due = table.begin(stats.map(({ pid }) => pid));
  for (const stat of stats) if (due.includes(stat.pid)) table.put(stat, toSample(stat), nowMs);
  table.end(({ name }) => agents.includes(name));
  return due;
}

describe('the table of Linux processes', () => {
  it('reads everything at first, then an eighth at a time, and everything once within a round', () => {
    const table = createLinuxTable();
    const stats = Array.from({ length: 32 }, (_, index) => toStat(100 + index, 1));
    expect(sweep(table, stats)).toHaveLength(32);
    const read = Array.from({ length: rounds }, () => sweep(table, stats));
    expect(read.map(({ length }) => length)).toEqual(Array.from({ length: rounds }, () => 4));
    expect(new Set(read.flat()).size).toBe(32);
  });

  it('always reads what is followed, with everything that it started', () => {
    const table = createLinuxTable();
    const stats = [toStat(8, 1), toStat(10, 8), toStat(11, 10), toStat(12, 11), toStat(20, 8)];
    sweep(table, stats, ['p10']);
    for (let round = 0; round < rounds; round += 1)
      expect(sweep(table, stats, ['p10'])).toEqual(expect.arrayContaining([10, 11, 12]));
    expect(sweep(table, [...stats, toStat(13, 12)], ['p10'])).toContain(13);
    // Nothing is picked any more, and still what an agent left behind is followed.
    const orphaned = [toStat(8, 1), toStat(12, 1), toStat(13, 12)];
    for (let round = 0; round < rounds; round += 1)
      expect(sweep(table, orphaned)).toEqual(expect.arrayContaining([12, 13]));
  });

  it('does not follow a process whose pid was used by a followed one before', () => {
    const table = createLinuxTable();
    sweep(table, [toStat(10, 1)], ['p10']);
    sweep(table, [toStat(10, 1, { startTicks: 9, comm: 'other' })]);
    const read = Array.from({ length: rounds }, () => sweep(table, [toStat(10, 1, { startTicks: 9, comm: 'other' })]));
    expect(read.flat()).toEqual([10]);
  });

  it('reads a young process again in every sweep, since it may still exec something else', () => {
    const table = createLinuxTable();
    const young = toStat(9, 1);
    for (let round = 0; round < 3; round += 1) {
      expect(table.begin([9])).toEqual([9]);
      expect(table.known(young)).toBeNull();
      table.put(young, toSample(young, nowMs - 1_000), nowMs);
      table.end(() => false);
    }
  });

  it('knows a process again, but not under another name or start', () => {
    const table = createLinuxTable();
    const stat = toStat(9, 1);
    sweep(table, [stat]);
    expect(table.known(stat)).toMatchObject({ pid: 9, commandLine: 'p9' });
    expect(table.known({ ...stat, comm: 'claude' })).toBeNull();
    expect(table.known({ ...stat, startTicks: 6 })).toBeNull();
  });

  it('lists no kernel thread, no zombie, and nothing that is gone', () => {
    const table = createLinuxTable();
    table.begin([1, 2, 3]);
    table.put(toStat(1, 0), toSample(toStat(1, 0)), nowMs);
    table.put(toStat(2, 0), null, nowMs);
    table.put(toStat(3, 1), toSample(toStat(3, 1)), nowMs);
    expect(table.end(() => false).map(({ pid }) => pid)).toEqual([1, 3]);
    table.begin([1, 2, 3]);
    table.drop(3);
    expect(table.end(() => false).map(({ pid }) => pid)).toEqual([1]);
    table.begin([2]);
    expect(table.end(() => false)).toEqual([]);
  });

  it('survives parents that form a cycle', () => {
    const table = createLinuxTable();
    expect(sweep(table, [toStat(5, 6), toStat(6, 5)])).toEqual([5, 6]);
  });
});
