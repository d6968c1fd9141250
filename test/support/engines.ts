import path from 'node:path';
import { afterEach } from 'vitest';
import type { Engine } from '../../main/node/engine/engine-api.ts';
import { createEngine, type EngineOptions } from '../../main/node/engine/engine.ts';
import { systemClock } from '../../main/node/system/system-clock.ts';
import { defaultSettings } from '../../shared/settings/defaults.ts';
import type { HostEnvironment } from '../../shared/sources/source.ts';
import { createRecordingLogger } from './recording-logger.ts';

/** Engines of a test file. */
export interface TestEngines {
  /** Builds an engine for a home: no processes, UTC, and its data in the home, unless `changes` differ. */
  open(home: string, changes?: Partial<EngineOptions>): Engine;
  /** Stops one of them before the end of its test. */
  stop(engine: Engine): Promise<void>;
}

/** Builds engines that are stopped after each test. Call it at the top of a test file. */
export function useEngines(): TestEngines {
  const running = new Set<Engine>();
  const stop = async (engine: Engine): Promise<void> => {
    running.delete(engine);
    await engine.stop();
  };
  afterEach(async () => {
    for (const engine of running) await stop(engine);
  });
  return {
    open(home, changes) {
      const created = createEngine({
        host: hostOf(home),
        dataFolder: path.join(home, 'data'),
        settings: { ...defaultSettings, timeZone: 'UTC' },
        systemTimeZone: 'UTC',
        clock: systemClock,
        logger: createRecordingLogger(),
        probe: { sample: () => Promise.resolve([]), inspect: () => Promise.resolve([]) },
        ...changes,
      });
      if (!created.ok) throw new Error(created.error.id);
      running.add(created.value);
      return created.value;
    },
    stop,
  };
}

/** This machine with another home, and no variables that point to logs. */
export function hostOf(home: string): HostEnvironment {
  const { platform } = process;
  const known = platform === 'darwin' || platform === 'win32' ? platform : 'linux';
  return { platform: known, home, variables: {}, otherHomes: [] };
}
