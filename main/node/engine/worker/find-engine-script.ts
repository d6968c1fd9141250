import { findWorkerScript } from '../../system/find-worker-script.ts';

/** The script of the engine's worker; null where it is not installed. */
export function findEngineScript(): Promise<URL | null> {
  return findWorkerScript('engine-worker', import.meta.url);
}
