import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import type { ProcessProbe } from '../../../shared/ports/process-probe.ts';
import { createProcessProbe } from '../probes/create-process-probe.ts';
import { readReapedCpuMs } from './reaped-cpu.ts';
import { createTreeMeter } from './tree-meter.ts';

/** The outcome of a command, and what it and everything it started used. Null where that is not known. */
export interface RunMeasures {
  /** Its own; 128 and the signal's number when a signal ended it; 127 when it was not found, 126 when it may not run. */
  readonly exitCode: number;
  /** The system's code when it could not be started. */
  readonly startFailure: string | null;
  readonly startedAtMs: number;
  readonly endedAtMs: number;
  readonly cpuTimeMs: number | null;
  /** `measured` by the kernel, or `estimated` from samples, which miss what happens after the last one. */
  readonly cpuKind: 'measured' | 'estimated' | 'unknown';
  readonly peakRssBytes: number | null;
}

/** A sweep of the process table is cheap on Linux; elsewhere it runs a program. */
const sampleMs = process.platform === 'linux' ? 250 : 2_000;
const firstSampleMs = 50;
/** Signals that would end this process are meant for the command. A terminal sends its Ctrl-C to both. */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs a command with this process's own input and output until it ends, passes signals on to it, and measures it. Never
 * rejects.
 */
export async function measureRun(
  [program = '', ...args]: readonly string[],
  probe: ProcessProbe = createProcessProbe(),
): Promise<RunMeasures> {
  const reapedBefore = await readReapedCpuMs();
  const startedAtMs = Date.now();
  // Before the command starts: a signal that comes at once would end this process alone.
  const stopPassing = passSignals((signal) => child.kill(signal));
  const child = spawn(program, args, { stdio: 'inherit' });
  const ended = new Promise<{ readonly exitCode: number; readonly startFailure: string | null }>((resolve) => {
    child.once('error', ({ code = '' }: NodeJS.ErrnoException) =>
      resolve({ exitCode: code === 'ENOENT' ? 127 : 126, startFailure: code }),
    );
    child.once('exit', (code, signal) => {
      resolve({ exitCode: code ?? 128 + constants.signals[signal ?? 'SIGTERM'], startFailure: null });
    });
  });
  const meter = createTreeMeter(child.pid ?? -1);
  const sampling = child.pid === undefined ? null : startSampling(probe, child.pid, meter.add);
  const end = await ended;
  const endedAtMs = Date.now();
  stopPassing();
  await sampling?.stop();
  const use = meter.read();
  const reapedAfter = await readReapedCpuMs();
  const reaped = reapedBefore === null || reapedAfter === null ? null : reapedAfter - reapedBefore;
  const cpuTimes = [reaped, use?.cpuTimeMs ?? null].filter((ms) => ms !== null);
  return {
    ...end,
    startedAtMs,
    endedAtMs,
    // Neither overestimates: the kernel misses processes that were not waited for, and samples miss what came after the
    // last one.
    cpuTimeMs: cpuTimes.length === 0 || end.startFailure !== null ? null : Math.max(...cpuTimes),
    cpuKind:
      end.startFailure !== null || cpuTimes.length === 0 ? 'unknown' : reaped === null ? 'estimated' : 'measured',
    peakRssBytes: use?.peakRssBytes ?? null,
  };
}

function passSignals(pass: (signal: NodeJS.Signals) => void): () => void {
  const listeners = signals.map((signal) => {
    const listener = (): void => {
      if (signal !== 'SIGINT' || !process.stdin.isTTY) pass(signal);
    };
    process.on(signal, listener);
    return () => process.off(signal, listener);
  });
  return () => {
    for (const stop of listeners) stop();
  };
}

/** Samples until it is stopped; a failed sweep is just a missing sample. */
function startSampling(
  probe: ProcessProbe,
  rootPid: number,
  add: (samples: Awaited<ReturnType<ProcessProbe['sample']>>) => void,
): { stop(): Promise<void> } {
  let isStopped = false;
  let running: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout;
  const sampleLater = (ms: number): void => {
    timer = setTimeout(() => {
      running = probe
        .sample(({ pid }) => pid === rootPid)
        .then(
          (samples) => {
            if (!isStopped) add(samples);
          },
          () => undefined,
        );
      void running.then(() => {
        if (!isStopped) sampleLater(sampleMs);
      });
    }, ms);
  };
  sampleLater(firstSampleMs);
  return {
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
