import { describe, expect, it } from 'vitest';
import {
  parseBootSeconds,
  parseKernelUnits,
  parseLinuxArguments,
  parseLinuxStat,
} from '../../../../../main/node/probes/linux-stat.ts';

const fields =
  'S 77 900 900 0 -1 4194560 2701 0 5 0 120 30 7 9 20 0 7 0 179956 1304608768 10511 18446744073709551615 1 1 0';

describe('parseLinuxStat', () => {
  it.each(['node', 'tmux: server', 'a) S 1 (b', ')', 'two\nlines', ''])('reads a process called "%s"', (comm) => {
    expect(parseLinuxStat(`4242 (${comm}) ${fields}\n`)).toEqual({
      pid: 4242,
      comm,
      state: 'S',
      parentPid: 77,
      isKernelThread: false,
      cpuTicks: 150,
      startTicks: 179_956,
      rssPages: 10_511,
    });
  });

  it('recognises kernel threads', () => {
    const text = '11 (kworker/0:1-ev) I 2 0 0 0 -1 69238880 0 0 0 0 0 0 0 0 20 0 1 0 34 0 0 18446744073709551615';
    expect(parseLinuxStat(text)?.isKernelThread).toBe(true);
  });

  it.each(['', 'x', '12 (node', '12 (node) S', '12 (node) S a b c'])('refuses "%s"', (text) => {
    expect(parseLinuxStat(text)).toBeNull();
  });
});

describe('parseLinuxArguments', () => {
  it('keeps arguments with spaces together', () => {
    expect(parseLinuxArguments('claude\0-p\0say hello\0')).toEqual(['claude', '-p', 'say hello']);
  });

  it('splits a title with which a process overwrote its arguments', () => {
    expect(parseLinuxArguments('npm exec @openai/codex\0\0\0\0')).toEqual(['npm', 'exec', '@openai/codex']);
    expect(parseLinuxArguments('/usr/share/cursor/cursor --type=renderer --lang=en')).toContain('--type=renderer');
  });

  it('has none for a process without any', () => {
    expect(parseLinuxArguments('')).toEqual([]);
  });
});

describe('parseKernelUnits', () => {
  it('reads the page size and the clock from the auxiliary vector', () => {
    const words = [33n, 140_736_000_000_000n, 6n, 16_384n, 17n, 250n, 0n, 0n];
    const auxv = Buffer.alloc(words.length * 8);
    words.forEach((word, index) => auxv.writeBigUInt64LE(word, index * 8));
    expect(parseKernelUnits(auxv, 8)).toEqual({ ticksPerSecond: 250, pageBytes: 16_384 });
  });

  it('falls back where it has no entry', () => {
    expect(parseKernelUnits(Buffer.alloc(3), 8)).toEqual({ ticksPerSecond: 100, pageBytes: 4_096 });
  });
});

describe('parseBootSeconds', () => {
  it('finds the line', () => {
    expect(parseBootSeconds('cpu 1 2\nbtime 1777600000\nprocesses 9\n')).toBe(1_777_600_000);
    expect(parseBootSeconds('cpu 1 2\n')).toBeNull();
  });
});
