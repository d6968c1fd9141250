import { stat } from 'node:fs/promises';
import path from 'node:path';
import { createProblem, type Problem } from '../../../shared/domain/problem.ts';
import { fail, ok, type Result } from '../../../shared/lib/result.ts';
import { silentLogger, type Logger } from '../../../shared/ports/logger.ts';
import type { SettingsStore } from '../../../shared/settings/settings-store.ts';
import type { Settings } from '../../../shared/settings/schema.ts';
import { toDataFolder } from '../data-folder.ts';
import { createEngine } from '../engine/engine.ts';
import { createGuests, readHostEnvironment } from '../host-environment.ts';
import { createProcessProbe } from '../probes/create-process-probe.ts';
import { systemClock } from '../system-clock.ts';
import { readSystemTimeZone } from '../system-time-zone.ts';
import type { AlertSetup } from './alert-desk.ts';
import { openAlertStores } from './alert-stores.ts';
import { toHostEngine } from './host-engine.ts';
import { createHost, type Host } from './host.ts';
import { createLocalStatuslineInstaller } from './statusline-installer.ts';
import { readSettings } from './settings/read-only-settings.ts';

/** Which host to open. Null stands for the person's own home or data folder. */
export interface LocalHostRequest {
  readonly home: string | null;
  readonly dataFolder: string | null;
  /** Settings that hold for this host alone. */
  readonly overrides: Partial<Settings>;
}

/**
 * Builds a host in this process, on this machine's logs, settings and ledger: what a command stands on. It alerts nobody
 * and writes no settings, unless it is given what that takes. Fails when a folder or the ledger cannot be used.
 */
export async function openLocalHost(
  request: LocalHostRequest,
  store?: SettingsStore,
  alerting?: { readonly alerts: AlertSetup; readonly logger: Logger },
): Promise<Result<Host, Problem>> {
  if (request.home !== null && !(await isFolder(request.home))) {
    return fail(createProblem('home-missing', { folder: request.home }));
  }
  const environment = readHostEnvironment(request.home);
  const dataFolder = path.resolve(request.dataFolder ?? toDataFolder(environment));
  const settings = store ?? (await readSettings(dataFolder, request.overrides));
  const system = {
    clock: systemClock,
    // What the person must know is among the host's problems.
    logger: alerting?.logger ?? silentLogger,
  };
  const probe = createProcessProbe();
  const engine = createEngine({
    ...system,
    systemTimeZone: readSystemTimeZone(),
    host: environment,
    guests: createGuests(request.home),
    dataFolder,
    settings: settings.get(),
    probe,
  });
  if (!engine.ok) return engine;
  const { nowMs } = systemClock;
  const installer = createLocalStatuslineInstaller({ environment, dataFolder, workingFolder: process.cwd(), nowMs });
  const alertStores = await openAlertStores({ dataFolder, variables: process.env, logger: system.logger });
  return ok(
    createHost({
      ...{ ...system, readSystemTimeZone, settings, alertStores, nowMs },
      engine: toHostEngine(engine.value),
      alerts: alerting?.alerts ?? null,
      // What holds for this host alone must not be shown elsewhere.
      statusline: { installer, stateFolder: Object.keys(request.overrides).length === 0 ? dataFolder : null },
    }),
  );
}

async function isFolder(folder: string): Promise<boolean> {
  return stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
