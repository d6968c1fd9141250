import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agents, toAgentSource } from '../../../../shared/processes/agents.ts';
import { toAgentProcesses } from '../../../support/agent-processes.ts';
import { makeSample, processStartMs } from '../../../support/process-samples.ts';

const sample = makeSample;

describe('toAgentProcesses', () => {
  it('sums the tree of a root and leaves out everything else', () => {
    const found = toAgentProcesses(
      [
        sample(1, 0, 'systemd'),
        sample(10, 1, 'bash'),
        sample(11, 10, 'claude', { cwd: '/home/ada/site', rssBytes: 1_000 }),
        sample(12, 11, 'sh -c build', { rssBytes: 20 }),
        sample(13, 12, 'cc', { rssBytes: 3 }),
        sample(14, 10, 'vim claude.md'),
      ],
      null,
      0,
    );
    expect(found).toEqual([
      {
        agent: 'claude-code',
        label: 'Claude Code',
        category: 'cli',
        pid: 11,
        startedAtMs: processStartMs,
        cwd: '/home/ada/site',
        processes: 3,
        cpuRatio: null,
        rssBytes: 1_023,
        isPaused: false,
        session: null,
      },
    ]);
  });

  it('counts an agent inside the same agent as part of it', () => {
    const found = toAgentProcesses(
      [sample(1, 0, 'node /usr/local/bin/codex'), sample(2, 1, 'sh'), sample(3, 2, 'codex')],
      null,
      0,
    );
    expect(found.map(({ pid, processes }) => ({ pid, processes }))).toEqual([{ pid: 1, processes: 3 }]);
  });

  it('counts another agent inside an agent on its own, however the samples are ordered', () => {
    const samples = [
      sample(1, 0, 'claude'),
      sample(2, 1, 'bash'),
      sample(3, 2, 'codex'),
      sample(4, 3, 'rg needle'),
      sample(5, 3, 'claude -p'),
    ];
    const expected = [
      { agent: 'claude-code', pid: 1, processes: 2 },
      { agent: 'codex', pid: 3, processes: 2 },
      { agent: 'claude-code', pid: 5, processes: 1 },
    ];
    for (const order of [samples, samples.toReversed()]) {
      const found = toAgentProcesses(order, null, 0);
      expect(found.map(({ agent, pid, processes }) => ({ agent, pid, processes }))).toEqual(expected);
    }
  });

  it('counts helper processes with their app only', () => {
    const found = toAgentProcesses(
      [
        sample(1, 0, 'cursor', { name: 'cursor' }),
        sample(2, 1, 'cursor --type=zygote'),
        sample(3, 2, 'cursor --type=renderer'),
        sample(9, 0, 'cursor --type=utility'),
      ],
      null,
      0,
    );
    expect(found.map(({ pid, processes }) => ({ pid, processes }))).toEqual([{ pid: 1, processes: 3 }]);
  });

  it('treats a parent that is younger than its child as a reused pid', () => {
    const found = toAgentProcesses(
      [sample(1, 0, 'claude', { startedAtMs: processStartMs + 60_000 }), sample(2, 1, 'postgres')],
      null,
      0,
    );
    expect(found.map(({ pid, processes }) => ({ pid, processes }))).toEqual([{ pid: 1, processes: 1 }]);
  });

  it('accepts a parent that seems up to two seconds younger than its child', () => {
    const countAt = (laterMs: number) =>
      toAgentProcesses(
        [sample(1, 0, 'claude', { startedAtMs: processStartMs + laterMs }), sample(2, 1, 'sh')],
        null,
        0,
      )[0]?.processes;
    expect([countAt(2_000), countAt(2_001)]).toEqual([2, 1]);
  });

  it('lists the oldest agent first, of equally old ones that with the smaller process id', () => {
    const samples = [
      sample(3, 0, 'claude'),
      sample(2, 0, 'codex'),
      sample(4, 0, 'gemini', { startedAtMs: processStartMs - 1 }),
      sample(1, 0, 'claude', { startedAtMs: processStartMs + 1 }),
    ];
    for (const order of [samples, samples.toReversed()]) {
      expect(toAgentProcesses(order, null, 0).map(({ pid }) => pid)).toEqual([4, 2, 3, 1]);
    }
  });

  it('handles cycles and missing parents', () => {
    const found = toAgentProcesses(
      [sample(1, 2, 'claude'), sample(2, 1, 'sh'), sample(3, 3, 'codex'), sample(4, 99, 'gemini')],
      null,
      0,
    );
    expect(found.map(({ agent }) => agent).toSorted()).toEqual(['claude-code', 'codex', 'gemini-cli']);
  });

  it('calculates the CPU use of the whole tree since the last samples', () => {
    const before = [
      sample(1, 0, 'claude', { cpuTimeMs: 5_000 }),
      sample(2, 1, 'cc', { cpuTimeMs: 100 }),
      sample(3, 1, 'old', { cpuTimeMs: 900 }),
      sample(8, 0, 'cron', { startedAtMs: processStartMs + 1_000 }),
    ];
    const after = [
      sample(1, 0, 'claude', { cpuTimeMs: 6_000 }),
      sample(2, 1, 'cc', { cpuTimeMs: 1_600 }),
      // The same pid as another process before: counts from its start.
      sample(3, 1, 'new', { cpuTimeMs: 300, startedAtMs: processStartMs + 9_000 }),
      sample(4, 1, 'newer', { cpuTimeMs: 200, startedAtMs: processStartMs + 9_000 }),
    ];
    expect(toAgentProcesses(after, before, 2_000)[0]?.cpuRatio).toBeCloseTo((1_000 + 1_500 + 300 + 200) / 2_000);
  });

  it('does not attribute the whole CPU time of a process that the last sweep missed to this interval', () => {
    const before = [sample(8, 0, 'cron', { startedAtMs: processStartMs + 60_000 })];
    const after = [sample(1, 0, 'claude', { cpuTimeMs: 3_600_000 })];
    expect(toAgentProcesses(after, before, 1_000)[0]?.cpuRatio).toBe(0);
  });

  it('attributes the CPU time of a process that may have started since the last sweep', () => {
    const before = [sample(8, 0, 'cron')];
    const ratioOf = (laterMs: number) =>
      toAgentProcesses(
        [sample(1, 0, 'claude', { cpuTimeMs: 500, startedAtMs: processStartMs + laterMs })],
        before,
        1_000,
      )[0]?.cpuRatio;
    expect([ratioOf(-2_001), ratioOf(-2_000), ratioOf(0), ratioOf(900)]).toEqual([0, 0.5, 0.5, 0.5]);
  });

  it('never reports a negative use, and none without a time span', () => {
    const before = [sample(1, 0, 'claude', { cpuTimeMs: 500 })];
    const after = [sample(1, 0, 'claude', { cpuTimeMs: 400 })];
    expect(toAgentProcesses(after, before, 1_000)[0]?.cpuRatio).toBe(0);
    expect(toAgentProcesses(after, before, 0)[0]?.cpuRatio).toBeNull();
  });

  it('puts every process into at most one tree, whatever the parents are', () => {
    const anySample = fc
      .record({
        pid: fc.integer({ min: 1, max: 12 }),
        parentPid: fc.integer({ min: 0, max: 14 }),
        commandLine: fc.constantFrom('sh', 'claude', 'codex', 'cursor --type=gpu', 'node x.js'),
        startedAtMs: fc.integer({ min: processStartMs, max: processStartMs + 5_000 }),
      })
      .map(({ pid, parentPid, commandLine, startedAtMs }) => sample(pid, parentPid, commandLine, { startedAtMs }));
    fc.assert(
      fc.property(fc.uniqueArray(anySample, { selector: ({ pid }) => pid, maxLength: 12 }), (samples) => {
        const found = toAgentProcesses(samples, samples, 1_000);
        expect(found.reduce((sum, { processes }) => sum + processes, 0)).toBeLessThanOrEqual(samples.length);
        expect(new Set(found.map(({ pid }) => pid)).size).toBe(found.length);
        for (const { cpuRatio, processes } of found) {
          expect(cpuRatio).toBe(0);
          expect(processes).toBeGreaterThan(0);
        }
      }),
    );
  });
});

describe('agents', () => {
  it('have unique ids and anchored patterns', () => {
    expect(new Set(agents.map(({ id }) => id)).size).toBe(agents.length);
    for (const agent of agents) {
      for (const pattern of agent.names) expect(pattern.source).toMatch(/^\^.*\$$/);
      for (const pattern of [...agent.paths, ...agent.scripts]) expect(pattern.source).toMatch(/\$$/);
    }
  });

  it('name the source whose logs they write', () => {
    expect(toAgentSource('codex')).toBe('codex');
    expect(toAgentSource('ollama')).toBeNull();
    expect(toAgentSource('nobody')).toBeNull();
  });
});
