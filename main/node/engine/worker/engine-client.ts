import { createRemote, engineCalls, type EngineCalls, type Remote } from '../../../../shared/contract/index.ts';
import type { Problem } from '../../../../shared/domain/problem.ts';
import type { Dispose } from '../../../../shared/lib/disposable.ts';
import type { Settings } from '../../../../shared/settings/schema.ts';
import type { AppSnapshot } from '../../../../shared/snapshot/app-snapshot.ts';
import type { Attention } from '../engine-api.ts';
import { createSupervisedWorker, type WorkerOwner } from './supervised-worker.ts';
import type { EngineWorkerData } from './worker-contract.ts';

/**
 * The engine on its worker thread, as seen from the main thread: the contract's calls, and the operations reserved for
 * its owner. Setting the settings, pause or attention never throws; values set while the engine is not running apply
 * from its next start.
 */
export interface EngineClient extends Remote<EngineCalls> {
  /** Starts reading and watching. Rejects when the engine cannot start. After that, the engine is kept running. */
  start(): Promise<void>;
  /** Stops; everything read has been committed. Safe to call when it is not running. */
  stop(): Promise<void>;
  /** The newest snapshot; null before the first. */
  snapshot(): AppSnapshot | null;
  onSnapshot(listener: (snapshot: AppSnapshot) => void): Dispose;
  /** Calls back when the engine cannot be kept running for now, with the reason. */
  onFatal(listener: (problem: Problem) => void): Dispose;
  setSettings(settings: Settings): void;
  setAttention(attention: Attention): void;
}

/** Builds the client; the worker starts with `start()`. `script` is the built worker file. */
export function createEngineClient(script: URL, data: EngineWorkerData, owner: WorkerOwner): EngineClient {
  const { logger } = owner;
  const worker = createSupervisedWorker(script, data, owner);
  const { ask } = worker;
  const order = async (name: string, argument: unknown): Promise<undefined> => {
    if (!worker.isRunning()) return;
    await ask(name, argument).catch((error: unknown) =>
      logger.warn(`the engine did not take ${name}: ${String(error)}`),
    );
  };
  return {
    ...createRemote(engineCalls, ask),
    start: worker.start,
    stop: worker.stop,
    snapshot: worker.snapshot,
    onSnapshot: worker.onSnapshot,
    onFatal: worker.onFatal,
    setPaused(isPaused) {
      worker.remember({ isPaused });
      return order('setPaused', isPaused);
    },
    setSettings(settings) {
      worker.remember({ settings });
      void order('setSettings', settings);
    },
    setAttention(attention) {
      worker.remember({ attention });
      void order('setAttention', attention);
    },
  };
}
