import { describe, expect, it } from 'vitest';
import { endProcesses, pauseProcesses } from '../../../../../main/node/probes/signal-processes.ts';
import type { ProcessId } from '../../../../../shared/domain/agent-process.ts';

const a = { pid: 10, startedAtMs: 1_000 };
const b = { pid: 11, startedAtMs: 2_000 };

/** A system with some processes; `stubborn` ones ignore requests, those of others are refused. */
function createSystem(
  running: readonly ProcessId[],
  stubborn: readonly number[] = [],
  foreign: readonly number[] = [],
) {
  let left = [...running];
  const sent: string[] = [];
  return {
    sent,
    /** Another process takes over a pid. */
    reuse: (pid: number) => (left = left.map((each) => (each.pid === pid ? { pid, startedAtMs: 9_999 } : each))),
    options: {
      platform: 'linux',
      graceMs: 20,
      pollMs: 1,
      findRunning: async (targets: readonly ProcessId[]) =>
        targets.filter((target) =>
          left.some((each) => each.pid === target.pid && each.startedAtMs === target.startedAtMs),
        ),
      send(pid: number, signal: string) {
        sent.push(`${signal} ${pid}`);
        if (foreign.includes(pid)) throw Object.assign(new Error('EPERM'), { code: 'EPERM' });
        const isDeadly = signal === 'SIGKILL' || (signal === 'SIGTERM' && !stubborn.includes(pid));
        if (isDeadly) left = left.filter((each) => each.pid !== pid);
      },
    },
  };
}

const outcomes = (results: readonly { readonly outcome: string }[]) => results.map(({ outcome }) => outcome);

describe('endProcesses', () => {
  it('asks, and wakes what is paused so that it can answer', async () => {
    const system = createSystem([a, b]);
    expect(outcomes(await endProcesses([a, b], system.options))).toEqual(['done', 'done']);
    expect(system.sent).toEqual(['SIGTERM 10', 'SIGCONT 10', 'SIGTERM 11', 'SIGCONT 11']);
  });

  it('ends by force what does not listen, after a while', async () => {
    const system = createSystem([a, b], [11]);
    expect(outcomes(await endProcesses([a, b], system.options))).toEqual(['done', 'forced']);
    expect(system.sent.at(-1)).toBe('SIGKILL 11');
    expect(system.sent).not.toContain('SIGKILL 10');
  });

  it('never touches a process that has the pid of another by now', async () => {
    const system = createSystem([{ pid: 10, startedAtMs: 5_000 }]);
    expect(outcomes(await endProcesses([a], system.options))).toEqual(['gone']);
    expect(system.sent).toEqual([]);
    const reused = createSystem([b], [11]);
    const send = reused.options.send;
    const options = {
      ...reused.options,
      send(pid: number, signal: string) {
        send(pid, signal);
        if (signal === 'SIGTERM') reused.reuse(pid);
      },
    };
    expect(outcomes(await endProcesses([b], options))).toEqual(['done']);
    expect(reused.sent).not.toContain('SIGKILL 11');
  });

  it('says what the system refuses, and what cannot be asked on Windows', async () => {
    const system = createSystem([a], [], [10]);
    expect(outcomes(await endProcesses([a], system.options))).toEqual(['refused']);
    const windows = createSystem([a]);
    expect(outcomes(await endProcesses([a], { ...windows.options, platform: 'win32' }))).toEqual(['forced']);
    expect(windows.sent).toEqual(['SIGTERM 10']);
  });
});

describe('pauseProcesses', () => {
  it('pauses and resumes, but not on Windows, and not what is gone', async () => {
    const system = createSystem([a]);
    expect(outcomes(await pauseProcesses([a, b], true, system.options))).toEqual(['done', 'gone']);
    expect(outcomes(await pauseProcesses([a], false, system.options))).toEqual(['done']);
    expect(system.sent).toEqual(['SIGSTOP 10', 'SIGCONT 10']);
    const options = { ...system.options, platform: 'win32' };
    expect(outcomes(await pauseProcesses([a], true, options))).toEqual(['unsupported']);
  });
});
