import { createRemote, engineCalls, type EngineCalls, type Remote } from '../../../shared/contract/index.ts';
import type { Problem } from '../../../shared/domain/problem.ts';
import type { Dispose } from '../../../shared/lib/disposable.ts';
import type { Settings } from '../../../shared/settings/schema.ts';
import type { AppSnapshot } from '../../../shared/snapshot/app-snapshot.ts';
import type { Attention, Engine } from '../engine/engine-api.ts';

/**
 * The engine as a host sees it: on a worker thread (`EngineClient`) or in this process, answering later. Settings and
 * attention never throw; those set while the engine is not running apply from its next start.
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

/** Gives an engine in this process the interface of one elsewhere. Its bugs throw here, so `onFatal` never fires. */
export function toHostEngine(engine: Engine): HostEngine {
  return {
    ...engine,
    ...createRemote(engineCalls, async (name, argument) => (engine[name] as (argument: unknown) => unknown)(argument)),
    onFatal: () => () => undefined,
  };
}
