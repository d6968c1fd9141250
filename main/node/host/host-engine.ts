import { createRemote, engineCalls, type EngineCalls, type Remote } from '../../../shared/contract/index.ts';
import type { Problem } from '../../../shared/domain/problem.ts';
import type { Dispose } from '../../../shared/lib/disposable.ts';
import type { Settings } from '../../../shared/settings/schema.ts';
import type { AppSnapshot } from '../../../shared/snapshot/app-snapshot.ts';
import type { Attention, Engine } from '../engine/engine-api.ts';

/**
 * The engine as a host sees it: on a worker thread (`EngineClient`) or in this process, answering later. Orders
 * (settings, attention) never throw; what is ordered while it is not running holds from its start.
 */
export interface HostEngine extends Remote<EngineCalls> {
  /** Starts reading, once or until `stop`. Rejects when it cannot start. */
  start(mode: 'once' | 'watching'): Promise<void>;
  /** Stops; what was read is committed. Safe to call when it is not running. */
  stop(): Promise<void>;
  /** The newest snapshot; null before the first. */
  snapshot(): AppSnapshot | null;
  onSnapshot(listener: (snapshot: AppSnapshot) => void): Dispose;
  /** Calls back when the engine cannot be kept running, with the reason. */
  onFatal(listener: (problem: Problem) => void): Dispose;
  setSettings(settings: Settings): void;
  setAttention(attention: Attention): void;
}

/** Makes an engine in this process look like one elsewhere; bugs in it throw here, so nothing is ever fatal. */
export function toHostEngine(engine: Engine): HostEngine {
  return {
    ...engine,
    ...createRemote(engineCalls, async (name, argument) => (engine[name] as (argument: unknown) => unknown)(argument)),
    onFatal: () => () => undefined,
  };
}
