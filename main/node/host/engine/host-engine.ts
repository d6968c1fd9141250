import { createRemote, engineCalls } from '../../../../shared/contract/index.ts';
import type { Engine } from '../../engine/engine-api.ts';
import type { EngineClient } from '../../engine/worker/engine-client.ts';

/**
 * The engine as a host sees it: on a worker thread (`EngineClient`) or in this process, answering later. Settings and
 * attention never throw; those set while the engine is not running apply from its next start.
 */
export interface HostEngine extends Omit<EngineClient, 'start'> {
  /** Starts reading, once or until `stop`. Rejects when it cannot start. */
  start(mode: 'once' | 'watching'): Promise<void>;
}

/** Gives an engine in this process the interface of one elsewhere. Its bugs throw here, so `onFatal` never fires. */
export function toHostEngine(engine: Engine): HostEngine {
  return {
    ...engine,
    ...createRemote(engineCalls, async (name, argument) => (engine[name] as (argument: unknown) => unknown)(argument)),
    onFatal: () => () => undefined,
  };
}
