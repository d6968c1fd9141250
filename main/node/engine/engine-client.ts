import { Worker } from 'node:worker_threads';
import type { DoctorReport } from '../../../shared/domain/doctor-report.ts';
import { createProblem, type Problem } from '../../../shared/domain/problem.ts';
import type { Report, ReportQuery } from '../../../shared/domain/report.ts';
import { createEmitter } from '../../../shared/lib/emitter.ts';
import type { Dispose } from '../../../shared/lib/disposable.ts';
import type { Logger } from '../../../shared/ports/logger.ts';
import type { Settings } from '../../../shared/settings/schema.ts';
import type { AppSnapshot, SnapshotChange } from '../../../shared/snapshot/app-snapshot.ts';
import { applyChange } from '../../../shared/snapshot/revisions.ts';
import type { Attention } from './engine-api.ts';
import type { EngineWorkerData } from './engine-worker.ts';
import { createCaller } from './worker-calls.ts';

/** An engine that dies is started again, but not for ever: so many times within so long. */
const mostRestarts = 3;
const restartWindowMs = 5 * 60_000;

/** The engine on its worker thread, as the main thread sees it. */
export interface EngineClient {
  start(): Promise<void>;
  stop(): Promise<void>;
  /** The newest snapshot; null until the engine has told its first. */
  snapshot(): AppSnapshot | null;
  onSnapshot(listener: (snapshot: AppSnapshot) => void): Dispose;
  /** The engine cannot be kept running, and why. */
  onFatal(listener: (problem: Problem) => void): Dispose;
  report(query: ReportQuery): Promise<Report>;
  doctor(): Promise<DoctorReport>;
  setSettings(settings: Settings): void;
  setPaused(paused: boolean): void;
  setAttention(attention: Attention): void;
  rescan(): Promise<void>;
}

/** Builds the handle; the worker starts with `start()`. `script` is the built worker file. */
export function createEngineClient(script: URL, data: EngineWorkerData, logger: Logger): EngineClient {
  const snapshots = createEmitter<AppSnapshot>();
  const fatal = createEmitter<Problem>();
  let settings = data.settings;
  let paused = false;
  let attention: Attention | null = null;
  let held: AppSnapshot | null = null;
  let worker: Worker | null = null;
  let call: ReturnType<typeof createCaller> | null = null;
  let isStopping = false;
  let isResynchronizing = false;
  let lastError: Error | null = null;
  /** Why the engine cannot start, if it knows. */
  let startProblem: Problem | null = null;
  let deaths: readonly number[] = [];

  function takeEvent(name: string, payload: unknown): void {
    if (name === 'log') {
      const { level, message } = payload as { level: 'info' | 'warn' | 'error'; message: string };
      return logger[level](`engine: ${message}`);
    }
    if (name === 'fatal') {
      startProblem = payload as Problem;
      return;
    }
    if ('schema' in (payload as object)) return accept(payload as AppSnapshot);
    const next = held === null ? null : applyChange(held, payload as SnapshotChange);
    if (next === null) resynchronize();
    else accept(next);
  }

  function accept(snapshot: AppSnapshot): void {
    held = snapshot;
    snapshots.emit(snapshot);
  }

  /** A change was missed, so those that follow do not fit: asks for a whole snapshot, and keeps the old one until then. */
  function resynchronize(): void {
    if (isResynchronizing || call === null) return;
    isResynchronizing = true;
    call('snapshot')
      .then((snapshot) => accept(snapshot as AppSnapshot))
      .catch((error: unknown) => logger.warn(`the engine did not send its snapshot: ${String(error)}`))
      .finally(() => (isResynchronizing = false));
  }

  async function launch(): Promise<void> {
    isStopping = false;
    lastError = null;
    startProblem = null;
    worker = new Worker(script, {
      name: 'fuelgauge-engine',
      // Not the flags of the main process: while that is inspected, Electron's workers record no coverage.
      execArgv: [],
      workerData: { ...data, settings } satisfies EngineWorkerData,
    });
    call = createCaller(worker, takeEvent);
    worker.on('error', (error: Error) => (lastError = error));
    worker.on('exit', onExit);
    if (paused) void call('setPaused', true).catch(() => {});
    if (attention !== null) void call('setAttention', attention).catch(() => {});
    await call('start');
  }

  function onExit(code: number): void {
    call = null;
    worker = null;
    if (isStopping) return;
    const nowMs = Date.now();
    deaths = [...deaths.filter((atMs) => nowMs - atMs < restartWindowMs), nowMs];
    logger.error(`the engine ended with code ${code}`, lastError);
    if (deaths.length > mostRestarts || held === null) {
      fatal.emit(startProblem ?? createProblem('engine-stopped', { detail: lastError?.message ?? null }));
    } else launch().catch((error: unknown) => logger.error('the engine could not be started again', error));
  }

  const ask = (name: string, argument?: unknown): Promise<unknown> =>
    call === null ? Promise.reject(new Error('the engine is not running')) : call(name, argument);
  const order = (name: string, argument?: unknown): void =>
    void ask(name, argument).catch((error: unknown) =>
      logger.warn(`the engine did not take ${name}: ${String(error)}`),
    );

  return {
    start: launch,
    async stop() {
      isStopping = true;
      await ask('stop').catch(() => {});
      await worker?.terminate();
    },
    snapshot: () => held,
    onSnapshot: snapshots.on,
    onFatal: fatal.on,
    report: (query) => ask('report', query) as Promise<Report>,
    doctor: () => ask('doctor') as Promise<DoctorReport>,
    setSettings(next) {
      settings = next;
      order('setSettings', next);
    },
    setPaused(next) {
      paused = next;
      order('setPaused', next);
    },
    setAttention(next) {
      attention = next;
      order('setAttention', next);
    },
    rescan: () => ask('rescan') as Promise<void>,
  };
}
