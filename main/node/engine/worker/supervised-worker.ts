import { CallError } from '../../../../shared/domain/call-failure.ts';
import { minuteMs } from '../../../../shared/domain/instant.ts';
import { createProblem, type Problem } from '../../../../shared/domain/problem.ts';
import { createEmitter } from '../../../../shared/lib/emitter.ts';
import type { Logger } from '../../../../shared/ports/logger.ts';
import type { Settings } from '../../../../shared/settings/schema.ts';
import type { AppSnapshot, SnapshotChange } from '../../../../shared/snapshot/app-snapshot.ts';
import { holdSnapshot } from '../../../../shared/snapshot/hold-snapshot.ts';
import type { Attention } from '../engine-api.ts';
import { startEngineThread, type EngineThread } from './engine-thread.ts';
import { createRestartBudget } from './restart-budget.ts';
import type { EngineWorkerData, WorkerListeners } from './worker-contract.ts';

/** An engine that dies is restarted at once this many times within this period, and again when the period is over. */
const maxRestarts = 3;
const restartWindowMs = 5 * minuteMs;

/** The state passed to a new worker that replaces one that died. */
interface Orders {
  readonly settings: Settings;
  readonly isPaused: boolean;
  readonly attention: Attention | null;
}

/** Callbacks for what happens to the worker. */
export interface WorkerOwner {
  readonly logger: Logger;
  /** It died, with what it threw. Not called when it reported itself why it cannot start. */
  readonly reportDeath?: (error: Error) => void;
  /** After this time an engine that died too often is started again; 5 minutes by default. */
  readonly restMs?: number;
}

const toStopped = (): CallError => new CallError({ kind: 'engine-stopped' }, 'the engine is not running');

/**
 * Builds the engine's worker, which is restarted when it dies, together with its newest snapshot. `onFatal` is called
 * with the reason when it cannot be kept running; then it is started again after a while.
 */
export function createSupervisedWorker(script: URL, data: EngineWorkerData, owner: WorkerOwner) {
  const { logger, reportDeath, restMs = restartWindowMs } = owner;
  const fatal = createEmitter<Problem>();
  const changes = createEmitter<SnapshotChange>();
  const restarts = createRestartBudget(maxRestarts, restartWindowMs);
  let orders: Orders = { settings: data.settings, isPaused: false, attention: null };
  let thread: EngineThread | null = null;
  let isStopping = false;
  let later: NodeJS.Timeout | undefined;
  /** Why the engine cannot start, if known. */
  let startProblem: Problem | null = null;

  const ask = (name: string, argument?: unknown): Promise<unknown> =>
    thread === null ? Promise.reject(toStopped()) : thread.send(name, argument);
  const held = holdSnapshot(
    { ask: () => ask('snapshot') as Promise<AppSnapshot>, onChange: changes.on },
    (error) => void (isStopping || logger.warn(`the engine gave no snapshot: ${String(error)}`)),
  );
  const listeners: WorkerListeners = {
    snapshotChanged: changes.emit,
    cannotStart: (problem) => void (startProblem = problem),
    log: ({ level, message }) => logger[level](`engine: ${message}`),
  };
  const onEnd = (code: number, error: Error | null): void => {
    thread = null;
    if (isStopping) return;
    logger.error(`the engine ended with code ${code}`, error ?? undefined);
    if (startProblem === null) reportDeath?.(error ?? new Error(`it ended with code ${code}`));
    // After every pending call of this worker has been rejected.
    if (restarts.allows(Date.now()) && held.current() !== null) return void setImmediate(restart);
    fatal.emit(startProblem ?? createProblem('engine-stopped', { detail: error?.message ?? null }));
    // A server may run unattended. An engine that never ran is left to its starter.
    if (held.current() !== null) later = setTimeout(restart, restMs).unref();
  };
  const restart = (): void => {
    if (!isStopping) start().catch((error: unknown) => logger.error('the engine could not be restarted', error));
  };
  async function start(): Promise<void> {
    isStopping = false;
    startProblem = null;
    const started = startEngineThread({ script, data: { ...data, settings: orders.settings }, listeners, onEnd });
    thread = started;
    // A new engine counts its revisions from 1, so its changes do not apply to the previous engine's snapshot.
    void held.refresh();
    if (orders.isPaused) void started.send('setPaused', true).catch(() => undefined);
    if (orders.attention !== null) void started.send('setAttention', orders.attention).catch(() => undefined);
    await started.send('start');
  }
  return {
    ask,
    isRunning: () => thread !== null,
    start,
    async stop() {
      isStopping = true;
      clearTimeout(later);
      await ask('stop').catch(() => undefined);
      await thread?.terminate();
    },
    snapshot: held.current,
    onSnapshot: held.onChange,
    onFatal: fatal.on,
    remember: (changed: Partial<Orders>) => void (orders = { ...orders, ...changed }),
  };
}
