import { Worker } from 'node:worker_threads';
import { createSender, type SendCall } from './worker-calls.ts';
import type { EngineWorkerData, WorkerListeners } from './worker-contract.ts';

/** One run of the engine's worker. */
export interface EngineThread {
  readonly send: SendCall;
  /** Terminates it, whatever it is doing. */
  terminate(): Promise<unknown>;
}

/**
 * Starts a worker. `onEnd` is called once, after every open call was rejected, with the error if the worker threw one.
 */
export function startEngineThread(options: {
  readonly script: URL;
  readonly data: EngineWorkerData;
  readonly listeners: WorkerListeners;
  readonly onEnd: (code: number, error: Error | null) => void;
}): EngineThread {
  const worker = new Worker(options.script, {
    name: 'fuelgauge-engine',
    // Not the main process's flags: while that process is inspected, Electron's workers record no coverage.
    execArgv: [],
    workerData: options.data,
  });
  let thrown: Error | null = null;
  const send = createSender(worker, options.listeners);
  worker.on('error', (error: Error) => (thrown = error));
  worker.on('exit', (code) => options.onEnd(code, thrown));
  return { send, terminate: () => worker.terminate() };
}
