import { stat } from 'node:fs/promises';
import path from 'node:path';
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

/** What the person must know is in the snapshot's problems; the rest is for the app's log file. */
const silentLogger: Logger = { info: () => undefined, warn: () => undefined, error: () => undefined };

/**
 * Builds the engine on this machine's logs, settings and ledger; it is not started. `complain` gets a sentence for
 * every setting that had to be replaced. Fails with a sentence when a folder or the ledger cannot be used.
 */
export async function openEngine(
  request: EngineRequest,
  complain: (sentence: string) => void,
): Promise<Result<Engine>> {
  if (request.home !== null && !(await isFolder(request.home))) {
    return fail(`there is no folder ${request.home} to look for logs in (--home)`);
  }
  const host = await readHostEnvironment(request.home);
  const dataFolder = path.resolve(request.dataFolder ?? toDataFolder(host));
  const { settings, complaints } = await readSettingsFile(dataFolder);
  complaints.forEach(complain);
  return createEngine({
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
}

async function isFolder(folder: string): Promise<boolean> {
  return stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
