import { stat } from 'node:fs/promises';
import path from 'node:path';
import { createProblem, type Problem } from '../../../shared/domain/problem.ts';
import { fail, type Result } from '../../../shared/lib/result.ts';
import type { Logger } from '../../../shared/ports/logger.ts';
import { toDataFolder } from '../data-folder.ts';
import type { Engine } from '../engine/engine-api.ts';
import { createEngine } from '../engine/engine.ts';
import { readHostEnvironment } from '../host-environment.ts';
import { createProcessProbe } from '../probes/create-process-probe.ts';
import { readSettingsFile } from '../settings-file.ts';
import { systemClock } from '../system-clock.ts';
import type { EngineRequest } from './cli-host.ts';

/** What the person has to know is in the snapshot's problems. The command line has no log file for the rest. */
const silentLogger: Logger = { info: () => undefined, warn: () => undefined, error: () => undefined };

/**
 * Creates the engine for this machine's logs, settings and ledger, and does not start it. `complain` receives what is
 * wrong with the settings file. Fails when a folder or the ledger cannot be used.
 */
export async function openEngine(
  request: EngineRequest,
  complain: (problem: Problem) => void,
): Promise<Result<Engine, Problem>> {
  if (request.home !== null && !(await isFolder(request.home))) {
    return fail(createProblem('home-missing', { folder: request.home }));
  }
  const host = await readHostEnvironment(request.home);
  const dataFolder = path.resolve(request.dataFolder ?? toDataFolder(host));
  const { settings, problem } = await readSettingsFile(dataFolder);
  const engine = createEngine({
    host,
    dataFolder,
    settings: {
      ...settings,
      timeZone: request.timeZone ?? settings.timeZone,
      costMode: request.costMode ?? settings.costMode,
    },
    systemTimeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
    clock: systemClock,
    logger: silentLogger,
    probe: createProcessProbe(),
  });
  if (engine.ok && problem !== null) complain(problem);
  return engine;
}

async function isFolder(folder: string): Promise<boolean> {
  return stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
