import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { isGuestPid } from '../../../../../main/node/probes/guest-pids.ts';
import { sendSignal } from '../../../../../main/node/probes/signal-processes.ts';
import { createWslProbe, withWsl } from '../../../../../main/node/probes/wsl-probe.ts';
import type { RunningDistributions } from '../../../../../main/node/system/wsl-homes.ts';
import { toAgentTrees } from '../../../../../shared/processes/match-agents.ts';
import { makeSample } from '../../../../support/process-samples.ts';

const table = readFileSync(
  path.resolve(import.meta.dirname, '../../../../fixtures/processes/wsl-debian-12.bin'),
  'utf8',
);
const minuteMs = 60_000;

function createScene(tables: Readonly<Record<string, string>>) {
  let nowMs = 0;
  let answer: RunningDistributions = { kind: 'running', names: Object.keys(tables) };
  const asked: string[] = [];
  const probe = createWslProbe({
    listRunning: () => (asked.push('list'), Promise.resolve(answer)),
    runScript(name) {
      asked.push(name);
      const output = tables[name];
      return output === undefined ? Promise.reject(new Error('stopped')) : Promise.resolve(output);
    },
    nowMs: () => nowMs,
  });
  return {
    probe,
    answerWith: (next: RunningDistributions) => (answer = next),
    /** Sweeps after some time, and says what was asked for that. */
    async sweep(afterMs: number, hasAgents = false): Promise<readonly string[]> {
      nowMs += afterMs;
      asked.length = 0;
      await probe.sample(() => hasAgents);
      return [...asked];
    },
  };
}

describe('the probe of WSL distributions', () => {
  it('never gives two systems the same pid, and keeps every tree within its own', async () => {
    const windows = [makeSample(5, 1, 'claude.exe', { name: 'claude' }), makeSample(6, 5, 'cmd.exe')];
    const own = { sample: () => Promise.resolve(windows), inspect: () => Promise.resolve([]) };
    const probe = withWsl(own, createScene({ Ubuntu: table, Debian: table }).probe);
    const samples = await probe.sample(() => true);
    expect(new Set(samples.map(({ pid }) => pid)).size).toBe(samples.length);
    const trees = toAgentTrees(samples);
    expect(trees.map(({ root, members }) => [isGuestPid(root.pid), members.length])).toEqual([
      [false, 2],
      [true, 1],
      [true, 1],
    ]);
    const pids = trees.map(({ root }) => root.pid);
    expect((await probe.inspect(pids, ['ports'])).map(({ pid, ports }) => [pid, ports])).toEqual([
      [pids[1], null],
      [pids[2], null],
    ]);
    expect(() => sendSignal(pids[1]!, 'SIGTERM')).toThrow();
    expect(trees[1]!.root.isPaused).toBeNull();
  });

  it('looks once a minute where no agent runs, which wakes nothing, and every time where one does', async () => {
    const { sweep } = createScene({ Ubuntu: table });
    expect(await sweep(0)).toEqual(['list', 'Ubuntu']);
    expect(await sweep(10_000)).toEqual([]);
    expect(await sweep(minuteMs)).toEqual(['list', 'Ubuntu']);
    expect(await sweep(2_000, true)).toEqual(['list', 'Ubuntu']);
  });

  it('has no processes of a distribution that has stopped, does not answer or says nonsense', async () => {
    const { probe, sweep, answerWith } = createScene({ Ubuntu: table, Broken: 'x' });
    await sweep(0);
    const systemsOf = async () => new Set((await probe.sample(() => false)).map(({ cwd }) => cwd)).size;
    expect(await systemsOf()).toBeGreaterThan(0);
    answerWith({ kind: 'running', names: ['Gone'] });
    await sweep(minuteMs);
    expect(await systemsOf()).toBe(0);
    answerWith({ kind: 'hung' });
    await sweep(minuteMs);
    expect(await sweep(5 * minuteMs)).toEqual([]);
  });

  it('keeps start times where the clock is corrected, and not over another start', async () => {
    const tables: Record<string, string> = { Ubuntu: table };
    const { probe, sweep } = createScene(tables);
    const startOf = async (afterMs: number) => {
      await sweep(afterMs);
      return (await probe.sample(() => false))[0]!.startedAtMs;
    };
    const first = await startOf(0);
    tables['Ubuntu'] = table.replace('btime 1795702238', 'btime 1795702240');
    expect(await startOf(minuteMs)).toBe(first);
    tables['Ubuntu'] = table.replace('btime 1795702238', 'btime 1795709999');
    expect(await startOf(minuteMs)).toBeGreaterThan(first + 3_600_000);
  });
});
