import type { WorkerListeners } from '../../main/node/engine/worker/worker-contract.ts';

/** For tests of calls alone. */
export const ignoreEvents: WorkerListeners = {
  snapshotChanged: () => undefined,
  cannotStart: () => undefined,
  log: () => undefined,
};
