import { setTimeout as delay } from 'node:timers/promises';
import type { ProcessId, SignalResult } from '../../../shared/domain/agent-process.ts';

/** What is needed to signal processes. */
export interface SignalOptions {
  readonly platform: string;
  /** Which of these still run as what they were: same pid, same start. */
  readonly findRunning: (targets: readonly ProcessId[]) => Promise<readonly ProcessId[]>;
  readonly send: (pid: number, signal: NodeJS.Signals) => void;
  /** How long a process gets to end on its own, and how often to check; milliseconds. */
  readonly graceMs?: number;
  readonly pollMs?: number;
}

/** The usual way to send a signal. */
export function sendSignal(pid: number, signal: NodeJS.Signals): void {
  process.kill(pid, signal);
}

/**
 * Ends processes: asks them first (SIGTERM), and ends by force (SIGKILL) those that are still there after a while.
 * Before every signal, it is checked again that the pid still belongs to the same process. On Windows there is no way to
 * ask a program without a window, so it is ended at once.
 */
export async function endProcesses(
  targets: readonly ProcessId[],
  options: SignalOptions,
): Promise<readonly SignalResult[]> {
  const { graceMs = 5_000, pollMs = 100, findRunning } = options;
  const outcomes = new Map<string, SignalResult['outcome']>();
  const note = (target: ProcessId, outcome: SignalResult['outcome']): void => void outcomes.set(toKey(target), outcome);
  const isForcedAtOnce = options.platform === 'win32';
  for (const target of targets) note(target, 'gone');
  let left = await findRunning(targets);
  for (const target of left) {
    const sent = trySend(options.send, target.pid, 'SIGTERM');
    note(target, sent === 'sent' ? (isForcedAtOnce ? 'forced' : 'done') : sent);
    // A paused process would not get to see the request.
    if (sent === 'sent' && !isForcedAtOnce) trySend(options.send, target.pid, 'SIGCONT');
  }
  const isWaitedFor = (target: ProcessId): boolean => outcomes.get(toKey(target)) === 'done';
  const endMs = performance.now() + graceMs;
  left = left.filter(isWaitedFor);
  while (left.length > 0 && performance.now() < endMs) {
    await delay(pollMs);
    left = await findRunning(left);
  }
  for (const target of await findRunning(left)) {
    const sent = trySend(options.send, target.pid, 'SIGKILL');
    note(target, sent === 'sent' ? 'forced' : sent);
  }
  return targets.map((target) => ({ ...target, outcome: outcomes.get(toKey(target)) ?? 'gone' }));
}

/** Pauses (SIGSTOP) or resumes (SIGCONT) processes. Windows has no such signals. */
export async function pauseProcesses(
  targets: readonly ProcessId[],
  isPaused: boolean,
  { platform, findRunning, send }: SignalOptions,
): Promise<readonly SignalResult[]> {
  if (platform === 'win32') return targets.map((target) => ({ ...target, outcome: 'unsupported' }));
  const running = new Set((await findRunning(targets)).map(toKey));
  return targets.map((target) => {
    if (!running.has(toKey(target))) return { ...target, outcome: 'gone' };
    const sent = trySend(send, target.pid, isPaused ? 'SIGSTOP' : 'SIGCONT');
    return { ...target, outcome: sent === 'sent' ? 'done' : sent };
  });
}

function trySend(send: SignalOptions['send'], pid: number, signal: NodeJS.Signals): 'sent' | 'gone' | 'refused' {
  try {
    send(pid, signal);
    return 'sent';
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH' ? 'gone' : 'refused';
  }
}

function toKey({ pid, startedAtMs }: ProcessId): string {
  return `${pid}/${startedAtMs}`;
}
